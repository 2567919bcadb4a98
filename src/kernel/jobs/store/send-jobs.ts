import { sql } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import { jobId } from '../job-id.ts';
import { nowOf, type Clock } from './clock.ts';

export const jobsChannel = 'mandata_jobs';

export interface NewJob {
  readonly payload: unknown;
  readonly key?: string;
}

/** Inserts jobs of one kind and calls its workers at the commit; a key that is there already changes nothing. Gives the ids in order. */
export async function sendJobs(
  handle: Handle,
  kind: string,
  jobs: readonly NewJob[],
  options: { maxAttempts: number; runAt: Date | undefined; priority: number; clock: Clock },
): Promise<readonly string[]> {
  const ids = jobs.map(({ key }) => jobId(kind, key, Date.now()));
  const now = nowOf(options.clock);
  // Without a target in "on conflict", so that a role that may only insert can send.
  await sql`insert into jobs (id, kind, key, payload, priority, max_attempts, run_at)
    select id, ${kind}, key, payload, ${options.priority}, ${options.maxAttempts}, coalesce(${options.runAt ?? null}::timestamptz, ${now})
    from unnest(${ids}::uuid[], ${jobs.map(({ key }) => key ?? null)}::text[],
      ${jobs.map(({ payload }) => JSON.stringify(payload))}::jsonb[]) as sent (id, key, payload)
    on conflict do nothing`.execute(handle);
  await sql`select pg_notify(${jobsChannel}, ${kind})`.execute(handle);
  return ids;
}
