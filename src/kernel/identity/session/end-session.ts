import { appendAudit } from '#kernel/audit/index.ts';
import type { AccountActor } from '#kernel/policy/index.ts';
import { authorize, notFound } from '#kernel/policy/index.ts';
import type { IdentityContext } from '../context.ts';
import { inIdentity } from '../context.ts';
import { identityOperations } from '../operations.ts';
import { deleteSessions } from '../store/sessions.ts';

const operation = identityOperations['own.sessions.end'];

/** Ends one of the actor's own sessions; Problem `not-found` for any other. */
export async function endSession(context: IdentityContext, actor: AccountActor, id: string): Promise<void> {
  authorize(actor, operation, { account: actor.id });
  await inIdentity(context, actor, async (transaction) => {
    if ((await deleteSessions(transaction, actor.id, { only: id })) === 0) throw notFound();
    await appendAudit(transaction, { actor, action: operation.id, subject: { kind: 'session', id } });
  });
}

/** Ends all of the actor's own sessions but the one that asks; answers how many. */
export async function endOtherSessions(context: IdentityContext, actor: AccountActor): Promise<number> {
  authorize(actor, operation, { account: actor.id });
  return inIdentity(context, actor, async (transaction) => {
    const ended = await deleteSessions(transaction, actor.id, { except: actor.session });
    const subject = { kind: 'account', id: actor.id };
    await appendAudit(transaction, { actor, action: operation.id, subject, details: { ended } });
    return ended;
  });
}
