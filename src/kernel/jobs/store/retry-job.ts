import { sql } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import { nowOf, type Clock } from './clock.ts';
import { findJob } from './read-jobs.ts';
import { jobsChannel } from './send-jobs.ts';

/** Puts a dead job back with all its attempts; false when it is not there or not dead. */
export async function retryJob(handle: Handle, id: string, clock: Clock): Promise<boolean> {
  const job = await findJob(handle, id);
  if (job === undefined) return false;
  const { numAffectedRows } = await sql`update jobs set state = 'waiting', attempts = 0, finished_at = null,
    run_at = ${nowOf(clock)} where id = ${id} and state = 'dead'`.execute(handle);
  await sql`select pg_notify(${jobsChannel}, ${job.kind})`.execute(handle);
  return Number(numAffectedRows ?? 0) > 0;
}

/** Deletes a dead job; false when it is not there or not dead. */
export async function forgetJob(handle: Handle, id: string): Promise<boolean> {
  if ((await findJob(handle, id)) === undefined) return false;
  const { numAffectedRows } = await sql`delete from jobs where id = ${id} and state = 'dead'`.execute(handle);
  return Number(numAffectedRows ?? 0) > 0;
}
