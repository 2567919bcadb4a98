import { appendAudit } from '#kernel/audit/index.ts';
import type { Actor } from '#kernel/policy/index.ts';
import { authorize, notFound } from '#kernel/policy/index.ts';
import type { IdentityContext } from '../context.ts';
import { inIdentity } from '../context.ts';
import { accountBrake, letterBrake, secondFactorBrake } from '../attempts/slow-down.ts';
import { identityOperations } from '../operations.ts';
import { findAccount, updateAccount } from '../store/accounts.ts';
import { clearAttempts } from '../store/claim-attempt.ts';
import { removeWaysIn } from './remove-ways-in.ts';
import { notOpen } from './not-open.ts';

/**
 * Erases a person: name, address, password and every way in are gone. The account's id, role and organization stay, so
 * that the log and the figures which they accepted keep saying by whom, though not by which person.
 */
export async function eraseAccount(context: IdentityContext, actor: Actor, id: string): Promise<void> {
  const operation = identityOperations['accounts.erase'];
  await inIdentity(context, actor, async (transaction) => {
    const account = await findAccount(transaction, id);
    authorize(actor, operation, { organization: account?.organization.id ?? '' });
    if (account === undefined) throw notFound();
    if (account.email === undefined) throw notOpen(account);
    const { email } = account;
    await removeWaysIn(transaction, id);
    for (const { key } of [accountBrake(context, email), letterBrake(context, email), secondFactorBrake(context, id)]) {
      await clearAttempts(transaction, key);
    }
    await updateAccount(transaction, id, context.clock(), {
      email: null,
      name: null,
      password: null,
      status: 'erased',
    });
    await appendAudit(transaction, { actor, action: operation.id, subject: { kind: 'account', id } });
  });
}
