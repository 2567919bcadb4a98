import { appendAudit } from '#kernel/audit/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { jobsOperations, type JobState } from '#kernel/jobs/index.ts';
import { authorize, type Actor } from '#kernel/policy/index.ts';
import type { House } from './open-house.ts';

/** Failed jobs, newest first, for those who may see them. */
export function listFailedJobs({ queue }: Pick<House, 'queue'>, actor: Actor): Promise<readonly JobState[]> {
  authorize(actor, jobsOperations.read);
  return queue.list({ state: 'dead' });
}

/** Sets a failed job going again with all its attempts, and notes who did. */
export const retryFailedJob = (house: Pick<House, 'queue' | 'database'>, actor: Actor, id: string): Promise<void> =>
  act(house, actor, id, 'retry');

/** Deletes a failed job, and notes who did. */
export const forgetFailedJob = (house: Pick<House, 'queue' | 'database'>, actor: Actor, id: string): Promise<void> =>
  act(house, actor, id, 'forget');

async function act(
  { queue, database }: Pick<House, 'queue' | 'database'>,
  actor: Actor,
  id: string,
  verb: 'retry' | 'forget',
): Promise<void> {
  const operation = jobsOperations[verb];
  authorize(actor, operation);
  const job = await queue.find(id);
  // A request may not touch the queue itself: the owner does it for those whom the table lets.
  const done = await database.owner.transaction().execute(async (transaction) => {
    if (!(await queue[verb](id, { in: transaction }))) return false;
    const details = { kind: job?.kind ?? '' };
    await appendAudit(transaction, { actor, action: operation.id, subject: { kind: 'job', id }, details });
    return true;
  });
  if (!done)
    throw new Problem(
      'not-found',
      say('There is no failed job {id}. “mandata jobs list --state failed” shows them all.', { id }),
    );
}
