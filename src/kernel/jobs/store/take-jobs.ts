import { sql } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import { nowOf, type Clock } from './clock.ts';

export interface TakenJob {
  readonly id: string;
  readonly payload: unknown;
  readonly attempts: number;
  readonly max_attempts: number;
}

/** Takes up to `batch` due jobs of a kind, best first, under a lease; what others are taking is passed over, not waited for. */
export async function takeJobs(
  handle: Handle,
  kind: string,
  options: { batch: number; lease: string; leaseSeconds: number; clock: Clock },
): Promise<readonly TakenJob[]> {
  const now = nowOf(options.clock);
  const { rows } = await sql<TakenJob>`
    with due as materialized (
      select id from jobs where kind = ${kind} and state = 'waiting' and run_at <= ${now}
      order by priority desc, run_at, id limit ${options.batch} for update skip locked
    ), taken as (
      update jobs set state = 'running', attempts = attempts + 1, lease = ${options.lease}, progress = 0, message = null,
        leased_until = ${now} + make_interval(secs => ${options.leaseSeconds})
      from due where jobs.id = due.id
      returning jobs.id, payload, attempts, max_attempts, priority, run_at
    )
    select id, payload, attempts, max_attempts from taken order by priority desc, run_at, id`.execute(handle);
  return rows;
}

/** Gives back the jobs whose worker fell silent, or lays them aside when that was their last attempt. */
export async function returnAbandoned(handle: Handle, kind: string, clock: Clock): Promise<void> {
  const now = nowOf(clock);
  await sql`update jobs set lease = null, leased_until = null, run_at = ${now},
      reason = 'The worker that had this job fell silent.',
      state = case when attempts >= max_attempts then 'dead' else 'waiting' end,
      finished_at = case when attempts >= max_attempts then ${now} end
    where kind = ${kind} and state = 'running' and leased_until < ${now}`.execute(handle);
}

/** Lengthens the lease; gives the ids that are still held under it. */
export async function renewLease(
  handle: Handle,
  ids: readonly string[],
  options: { lease: string; leaseSeconds: number; clock: Clock },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`update jobs
    set leased_until = ${nowOf(options.clock)} + make_interval(secs => ${options.leaseSeconds})
    where id = any (${ids}::uuid[]) and lease = ${options.lease} returning id`.execute(handle);
  return new Set(rows.map(({ id }) => id));
}
