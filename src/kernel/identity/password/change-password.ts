import { appendAudit } from '#kernel/audit/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/index.ts';
import type { AccountActor } from '#kernel/policy/index.ts';
import { authorize, notFound } from '#kernel/policy/index.ts';
import { accountBrake, slowDown } from '../attempts/slow-down.ts';
import type { IdentityContext } from '../context.ts';
import { inIdentity } from '../context.ts';
import { identityOperations } from '../operations.ts';
import { findAccount, updateAccount } from '../store/accounts.ts';
import { clearAttempts } from '../store/claim-attempt.ts';
import { deleteSessions } from '../store/sessions.ts';
import { checkPassword } from './check-password.ts';
import { hashPassword, isPassword } from './hash-password.ts';

/** Changes one's own password, which must be given; all other sessions end. A wrong one counts as a failed attempt. */
export async function changePassword(
  context: IdentityContext,
  actor: AccountActor,
  { current, next }: { current: string; next: string },
): Promise<void> {
  const operation = identityOperations['own.password.change'];
  authorize(actor, operation, { account: actor.id });
  const account = await inIdentity(context, actor, (transaction) => findAccount(transaction, actor.id));
  if (account?.email === undefined) throw notFound();
  checkPassword(next, account.email);
  const brake = accountBrake(context, account.email);
  await slowDown(context, [brake]);
  if (!(await isPassword(current, account.password))) {
    throw new Problem('invalid', say('The present password is not right.'), { details: { field: 'current' } });
  }
  const password = await hashPassword(next);
  await inIdentity(context, actor, async (transaction) => {
    await updateAccount(transaction, account.id, context.clock(), { password });
    await clearAttempts(transaction, brake.key);
    await deleteSessions(transaction, account.id, { except: actor.session });
    await appendAudit(transaction, { actor, action: operation.id, subject: { kind: 'account', id: account.id } });
  });
}
