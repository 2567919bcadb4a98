import { appendAudit } from '#kernel/audit/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/index.ts';
import type { AccountActor, Actor } from '#kernel/policy/index.ts';
import { authorize } from '#kernel/policy/index.ts';
import type { IdentityContext } from '../context.ts';
import { inIdentity } from '../context.ts';
import { normalEmail } from '../email.ts';
import { identityOperations } from '../operations.ts';
import { actorOf, isOpen } from '../session/actor-of.ts';
import { findAccountByEmail } from '../store/accounts.ts';
import { circlesOf } from '../store/members.ts';

/** The account with this address as the one who asks, for the operator's `--as EMAIL`; that it was the operator is in the log. */
export async function actAs(context: IdentityContext, actor: Actor, email: string): Promise<AccountActor> {
  const operation = identityOperations['accounts.act-as'];
  authorize(actor, operation);
  return inIdentity(context, actor, async (transaction) => {
    const account = await findAccountByEmail(transaction, normalEmail(email));
    if (account === undefined || !isOpen(account, context)) {
      const said = say(
        'No account with the address {email} can sign in here. “mandata accounts list” shows them all.',
        { email },
      );
      throw new Problem('not-found', said);
    }
    await appendAudit(transaction, { actor, action: operation.id, subject: { kind: 'account', id: account.id } });
    const circles = await circlesOf(transaction, account.id, account.organization.id);
    return actorOf(account, { assurance: { secondFactor: true, recent: true }, circles });
  });
}
