import { anonymous } from '#kernel/policy/index.ts';
import type { IdentityContext } from './context.ts';
import { inIdentity } from './context.ts';
import { after, limits } from './limits.ts';
import { sweep } from './store/sweep.ts';

/** Deletes expired sessions, links, challenges and tokens, and attempts that are forgotten anyway; for a job, once an hour. */
export async function sweepIdentity(context: IdentityContext): Promise<void> {
  const now = context.clock();
  const idleSince = after(now, -limits.idle);
  const attemptsSince = after(now, -24 * 60 * limits.seen);
  await inIdentity(context, anonymous, (transaction) => sweep(transaction, now, idleSince, attemptsSince));
}
