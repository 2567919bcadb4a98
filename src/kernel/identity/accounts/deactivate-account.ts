import { appendAudit } from '#kernel/audit/index.ts';
import type { Actor } from '#kernel/policy/index.ts';
import { authorize, notFound } from '#kernel/policy/index.ts';
import type { IdentityContext } from '../context.ts';
import { inIdentity } from '../context.ts';
import { identityOperations } from '../operations.ts';
import { findAccount, updateAccount } from '../store/accounts.ts';
import { endWhatIsOpen } from './remove-ways-in.ts';
import { notOpen } from './not-open.ts';

/** Closes an account: its sessions, API tokens and links end at once, and it cannot sign in. Its record stays. */
export async function deactivateAccount(context: IdentityContext, actor: Actor, id: string): Promise<void> {
  const operation = identityOperations['accounts.deactivate'];
  await inIdentity(context, actor, async (transaction) => {
    const account = await findAccount(transaction, id);
    authorize(actor, operation, { organization: account?.organization.id ?? '' });
    if (account === undefined) throw notFound();
    if (account.status === 'erased') throw notOpen(account);
    await updateAccount(transaction, id, context.clock(), { status: 'deactivated' });
    await endWhatIsOpen(transaction, id);
    await appendAudit(transaction, { actor, action: operation.id, subject: { kind: 'account', id } });
  });
}
