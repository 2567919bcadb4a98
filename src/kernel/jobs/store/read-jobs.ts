import { sql } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import type { JobState } from '../queue.ts';

const columns = sql`id, kind, state, progress, message, reason, attempts, created_at as "createdAt", finished_at as "finishedAt"`;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Undefined also for a text that is no id at all. */
export async function findJob(handle: Handle, id: string): Promise<JobState | undefined> {
  if (!uuid.test(id)) return undefined;
  const { rows } = await sql<JobState>`select ${columns} from jobs where id = ${id}`.execute(handle);
  return rows[0];
}

export async function findDeadJobs(
  handle: Handle,
  kind: string | undefined,
  limit: number,
): Promise<readonly JobState[]> {
  const { rows } = await sql<JobState>`select ${columns} from jobs
    where state = 'dead' and (${kind ?? null}::text is null or kind = ${kind ?? null})
    order by finished_at desc, id limit ${limit}`.execute(handle);
  return rows;
}

export async function countJobs(
  handle: Handle,
): Promise<readonly { kind: string; state: JobState['state']; jobs: number }[]> {
  const { rows } = await sql<{ kind: string; state: JobState['state']; jobs: number }>`
    select kind, state, count(*) as jobs from jobs group by kind, state order by kind, state`.execute(handle);
  return rows;
}
