import { randomUUID } from 'node:crypto';
import type { Handle } from '#kernel/database/index.ts';
import { GiveUp, pauseAfter, type JobKind } from './define-job.ts';
import type { Job } from './queue.ts';
import type { Clock } from './store/clock.ts';
import { giveBack, markDone, markFailed, markProgress } from './store/finish-jobs.ts';
import { renewLease, takeJobs, type TakenJob } from './store/take-jobs.ts';

interface Given<P> {
  readonly owner: Handle;
  readonly kind: JobKind<P>;
  readonly handle: (job: Job<P>) => Promise<void>;
  readonly batch: number;
  readonly concurrency: number;
  readonly clock: Clock;
  /** Aborts the jobs that run; those not begun are given back once `stopping` says so. */
  readonly abort: AbortSignal;
  readonly stopping: () => boolean;
}

/** Takes a batch, runs it, and finishes its successes in one write. Gives how many it took. */
export async function runBatch<P>(given: Given<P>): Promise<number> {
  const { owner, kind, clock } = given;
  const lease = randomUUID();
  const jobs = await takeJobs(owner, kind.name, { batch: given.batch, lease, leaseSeconds: kind.leaseSeconds, clock });
  if (jobs.length === 0) return 0;
  const held = new Map(jobs.map((job) => [job.id, new AbortController()]));
  const done: string[] = [];
  const renew = async (): Promise<void> => {
    const ids = [...held.keys()].filter((id) => !done.includes(id));
    const still = await renewLease(owner, [...ids, ...done], { lease, leaseSeconds: kind.leaseSeconds, clock });
    for (const id of ids) if (!still.has(id)) held.get(id)?.abort(new Error('The job has gone to another worker.'));
  };
  // A renewal that fails is tried at the next beat; three fit into a lease.
  const beat = setInterval(() => void renew().catch(() => undefined), (kind.leaseSeconds * 1000) / 3);
  // Not AbortSignal.any: under memory pressure Node.js collects its links, and the abort never comes.
  const breakOff = (): void => {
    for (const own of held.values()) own.abort(given.abort.reason);
  };
  given.abort.addEventListener('abort', breakOff, { once: true });
  if (given.abort.aborted) breakOff();
  const waiting = [...jobs];
  const runNext = async (): Promise<void> => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      if (given.stopping()) {
        waiting.unshift(job);
        return;
      }
      if (await runOne(given, job, lease, held.get(job.id)?.signal ?? given.abort)) done.push(job.id);
      else held.delete(job.id);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(given.concurrency, jobs.length) }, runNext));
    if (done.length > 0) await markDone(owner, done, lease, clock);
    if (waiting.length > 0)
      await giveBack(
        owner,
        waiting.map(({ id }) => id),
        lease,
      );
  } finally {
    clearInterval(beat);
    given.abort.removeEventListener('abort', breakOff);
  }
  return jobs.length;
}

/** True when the job's work is done; a failure is written down here. */
async function runOne<P>(
  { owner, kind, handle, clock }: Given<P>,
  taken: TakenJob,
  lease: string,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const payload = kind.payload.safeParse(taken.payload);
    if (!payload.success) throw new GiveUp(`The job's content does not fit its kind: ${payload.error.message}`);
    await handle({
      id: taken.id,
      payload: payload.data,
      attempt: taken.attempts,
      signal,
      report: (progress, message) =>
        markProgress(owner, taken.id, {
          lease,
          progress: Math.min(1, Math.max(0, progress)),
          message: message ?? null,
        }),
    });
    return true;
  } catch (error) {
    const last = error instanceof GiveUp || taken.attempts >= taken.max_attempts;
    await markFailed(owner, taken.id, {
      lease,
      reason: error instanceof Error ? error.message : String(error),
      pauseSeconds: last ? undefined : pauseAfter(taken.attempts, kind.backoffSeconds),
      clock,
      // Where even this cannot be written, the lease runs out and the job comes again.
    }).catch(() => undefined);
    return false;
  }
}
