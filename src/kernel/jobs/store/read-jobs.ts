import { sql } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import type { Backlog, JobState } from '../queue.ts';
import { nowOf, type Clock } from './clock.ts';

const columns = sql`id, kind, state, progress, message, reason, attempts, created_at as "createdAt", finished_at as "finishedAt"`;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Undefined also for a text that is no id at all. */
export async function findJob(handle: Handle, id: string): Promise<JobState | undefined> {
  if (!uuid.test(id)) return undefined;
  const { rows } = await sql<JobState>`select ${columns} from jobs where id = ${id}`.execute(handle);
  return rows[0];
}

export async function listJobs(
  handle: Handle,
  { state, kind, limit }: { state: JobState['state'] | undefined; kind: string | undefined; limit: number },
): Promise<readonly JobState[]> {
  const { rows } = await sql<JobState>`select ${columns} from jobs
    where (${state ?? null}::text is null or state = ${state ?? null})
      and (${kind ?? null}::text is null or kind = ${kind ?? null})
    order by coalesce(finished_at, created_at) desc, id limit ${limit}`.execute(handle);
  return rows;
}

export async function readBacklog(handle: Handle, clock: Clock): Promise<Backlog> {
  const now = nowOf(clock);
  const { rows } = await sql<Backlog>`
    select count(*) filter (where state = 'waiting' and run_at <= ${now}) as due,
      count(*) filter (where state = 'waiting' and run_at > ${now}) as later,
      count(*) filter (where state = 'running') as running, count(*) filter (where state = 'dead') as dead,
      coalesce(extract(epoch from ${now} - min(run_at) filter (where state = 'waiting' and run_at <= ${now})), 0)::float
        as "oldestSeconds"
    from jobs where state <> 'done'`.execute(handle);
  return rows[0] ?? { due: 0, later: 0, running: 0, dead: 0, oldestSeconds: 0 };
}

export async function countJobs(
  handle: Handle,
): Promise<readonly { kind: string; state: JobState['state']; jobs: number }[]> {
  const { rows } = await sql<{ kind: string; state: JobState['state']; jobs: number }>`
    select kind, state, count(*) as jobs from jobs group by kind, state order by kind, state`.execute(handle);
  return rows;
}
