import { appendAudit } from '#kernel/audit/index.ts';
import { anonymous } from '#kernel/policy/index.ts';
import type { IdentityContext } from '../context.ts';
import { inIdentity } from '../context.ts';
import { checkPassword } from '../password/check-password.ts';
import { hashPassword } from '../password/hash-password.ts';
import { staleLink } from '../password/stale-link.ts';
import { hashOfToken } from '../secrets.ts';
import { updateAccount } from '../store/accounts.ts';
import { findLinkedAccount, takeLink } from '../store/links.ts';

/** Accepts an invitation by its link, which it uses up: the account becomes active with the password given. Answers its address. */
export async function acceptInvitation(
  context: IdentityContext,
  request: { token: string; password: string },
): Promise<{ email: string }> {
  const hash = hashOfToken(request.token);
  const now = context.clock();
  const account = await inIdentity(context, anonymous, (transaction) =>
    findLinkedAccount(transaction, { hash, purpose: 'invitation', now }),
  );
  if (account?.email === undefined || account.status !== 'invited') throw staleLink();
  const { id, email } = account;
  checkPassword(request.password, email);
  const password = await hashPassword(request.password);
  await inIdentity(context, anonymous, async (transaction) => {
    if (!(await takeLink(transaction, hash))) throw staleLink();
    await updateAccount(transaction, id, now, { status: 'active', password });
    const subject = { kind: 'account', id };
    await appendAudit(transaction, { actor: anonymous, action: 'identity.accounts.accept-invitation', subject });
  });
  return { email };
}
