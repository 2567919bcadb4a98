import { appendAudit } from '#kernel/audit/index.ts';
import { anonymous } from '#kernel/policy/index.ts';
import { accountBrake } from '../attempts/slow-down.ts';
import type { IdentityContext } from '../context.ts';
import { inIdentity } from '../context.ts';
import { hashOfToken } from '../secrets.ts';
import { isOpen } from '../session/actor-of.ts';
import { updateAccount } from '../store/accounts.ts';
import { clearAttempts } from '../store/claim-attempt.ts';
import { deleteLinks, findLinkedAccount, takeLink } from '../store/links.ts';
import { deleteSessions } from '../store/sessions.ts';
import { checkPassword } from './check-password.ts';
import { hashPassword } from './hash-password.ts';
import { staleLink } from './stale-link.ts';

/** Sets a new password by a link from a letter, which it uses up. All sessions end; the second factor stays. */
export async function resetPassword(
  context: IdentityContext,
  request: { token: string; password: string },
): Promise<void> {
  const hash = hashOfToken(request.token);
  const now = context.clock();
  const account = await inIdentity(context, anonymous, (transaction) =>
    findLinkedAccount(transaction, { hash, purpose: 'password-reset', now }),
  );
  if (account?.email === undefined || !isOpen(account, context)) throw staleLink();
  const { id, email } = account;
  checkPassword(request.password, email);
  const password = await hashPassword(request.password);
  await inIdentity(context, anonymous, async (transaction) => {
    if (!(await takeLink(transaction, hash))) throw staleLink();
    await deleteLinks(transaction, id);
    await updateAccount(transaction, id, now, { password });
    await deleteSessions(transaction, id);
    await clearAttempts(transaction, accountBrake(context, email).key);
    await appendAudit(transaction, {
      actor: anonymous,
      action: 'identity.own.password.reset',
      subject: { kind: 'account', id },
    });
  });
}
