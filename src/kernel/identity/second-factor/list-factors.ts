import type { AccountActor } from '#kernel/policy/index.ts';
import { authorize } from '#kernel/policy/index.ts';
import type { IdentityContext } from '../context.ts';
import { inIdentity } from '../context.ts';
import { identityOperations } from '../operations.ts';
import type { Factors } from '../store/factors.ts';
import { factorsOf } from '../store/factors.ts';

/** What the actor's own account can show as a second factor. */
export async function listFactors(context: IdentityContext, actor: AccountActor): Promise<Factors> {
  authorize(actor, identityOperations['own.second-factor'], { account: actor.id });
  return inIdentity(context, actor, (transaction) => factorsOf(transaction, actor.id));
}
