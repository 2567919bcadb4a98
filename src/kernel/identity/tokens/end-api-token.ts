import { appendAudit } from '#kernel/audit/index.ts';
import type { AccountActor } from '#kernel/policy/index.ts';
import { authorize, notFound } from '#kernel/policy/index.ts';
import type { IdentityContext } from '../context.ts';
import { inIdentity } from '../context.ts';
import { identityOperations } from '../operations.ts';
import { deleteApiTokens } from '../store/api-tokens.ts';

/** Ends one of the actor's own API tokens; Problem `not-found` for any other. */
export async function endApiToken(context: IdentityContext, actor: AccountActor, id: string): Promise<void> {
  const operation = identityOperations['own.tokens.end'];
  authorize(actor, operation, { account: actor.id });
  await inIdentity(context, actor, async (transaction) => {
    if ((await deleteApiTokens(transaction, actor.id, id)) === 0) throw notFound();
    await appendAudit(transaction, { actor, action: operation.id, subject: { kind: 'api-token', id } });
  });
}
