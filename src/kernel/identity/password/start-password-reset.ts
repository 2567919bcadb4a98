import { appendAudit } from '#kernel/audit/index.ts';
import type { Actor } from '#kernel/policy/index.ts';
import { anonymous, authorize, notFound } from '#kernel/policy/index.ts';
import { addressBrake, letterBrake, slowDown } from '../attempts/slow-down.ts';
import { notOpen } from '../accounts/not-open.ts';
import type { IdentityContext } from '../context.ts';
import { inIdentity } from '../context.ts';
import { normalEmail } from '../email.ts';
import { identityOperations } from '../operations.ts';
import { isOpen } from '../session/actor-of.ts';
import { findAccount, findAccountByEmail } from '../store/accounts.ts';
import type { Link } from './password-link.ts';
import { makeLink, sendPasswordLink } from './password-link.ts';

/**
 * Sends a link for a new password if there is such an account. The answer comes before the work and is always the same;
 * `delivery` resolves when the work is done and never rejects.
 */
export async function startPasswordReset(
  context: IdentityContext,
  request: { email: string; address: string },
): Promise<{ delivery: Promise<void> }> {
  const email = normalEmail(request.email);
  await slowDown(context, [letterBrake(context, email), addressBrake(context, request.address)]);
  const delivery = deliver(context, email).catch(context.onTrouble);
  return { delivery };
}

async function deliver(context: IdentityContext, email: string): Promise<void> {
  const account = await inIdentity(context, anonymous, (transaction) => findAccountByEmail(transaction, email));
  if (account?.email === undefined || account.demonstration || !isOpen(account, context)) return;
  const link = await inIdentity(context, anonymous, async (transaction) => {
    const subject = { kind: 'account', id: account.id };
    await appendAudit(transaction, { actor: anonymous, action: 'identity.own.password.ask-reset', subject });
    return makeLink(transaction, context, account, 'password-reset');
  });
  await sendPasswordLink(context, { ...account, email: account.email }, link);
}

/**
 * An administrator's or the operator's way: sends the link to the account's address. It is returned as well to the
 * operator, or when letters do not leave the machine; an administrator else never holds a key to another's account.
 */
export async function resetPasswordFor(context: IdentityContext, actor: Actor, id: string): Promise<Link | undefined> {
  const operation = identityOperations['accounts.reset-password'];
  const found = await inIdentity(context, actor, (transaction) => findAccount(transaction, id));
  authorize(actor, operation, { organization: found?.organization.id ?? '' });
  if (found === undefined) throw notFound();
  const { email, status } = found;
  if (email === undefined || status !== 'active') throw notOpen(found);
  const link = await inIdentity(context, actor, async (transaction) => {
    await appendAudit(transaction, { actor, action: operation.id, subject: { kind: 'account', id } });
    return makeLink(transaction, context, found, 'password-reset');
  });
  await sendPasswordLink(context, { ...found, email }, link);
  return actor.kind === 'operator' || !context.mail.leavesTheMachine ? link : undefined;
}
