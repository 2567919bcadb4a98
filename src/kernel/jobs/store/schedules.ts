import { sql } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import { nextRun } from '../cron.ts';
import type { ScheduleState } from '../queue.ts';
import { nowOf, type Clock } from './clock.ts';
import { jobsChannel, sendJobs } from './send-jobs.ts';

interface Row {
  readonly name: string;
  readonly kind: string;
  readonly cron: string;
  readonly payload: unknown;
  readonly max_attempts: number;
}

/** Keeps the time of the next run when the schedule is as it was, so that a restart neither skips nor repeats one. */
export async function keepSchedule(handle: Handle, row: Row, clock: Clock): Promise<void> {
  const { rows } = await sql<{ now: Date }>`select ${nowOf(clock)} as now`.execute(handle);
  const next = nextRun(row.cron, rows[0]?.now ?? new Date());
  await sql`insert into job_schedules (name, kind, cron, payload, max_attempts, next_at)
    values (${row.name}, ${row.kind}, ${row.cron}, ${JSON.stringify(row.payload)}::jsonb, ${row.max_attempts}, ${next})
    on conflict (name) do update set kind = excluded.kind, cron = excluded.cron, payload = excluded.payload,
      max_attempts = excluded.max_attempts,
      next_at = case when job_schedules.cron = excluded.cron then job_schedules.next_at else excluded.next_at end`.execute(
    handle,
  );
  await sql`select pg_notify(${jobsChannel}, 'schedules')`.execute(handle);
}

/**
 * Sends one job for each of these schedules that is due, and moves it on past now. One whose last job is still under way or
 * waiting is moved on without another: a night's work that lasts two nights is not begun twice.
 */
export function sendDue(owner: Handle, names: readonly string[], clock: Clock): Promise<number> {
  return owner.transaction().execute(async (transaction) => {
    const { rows } = await sql<Row & { next_at: Date; now: Date; busy: boolean }>`
      select name, kind, cron, payload, max_attempts, next_at, ${nowOf(clock)} as now,
        exists (select from jobs where id = last_job and state in ('waiting', 'running')) as busy from job_schedules
      where next_at <= ${nowOf(clock)} and name = any (${names}::text[]) for update skip locked`.execute(transaction);
    for (const row of rows) {
      if (!row.busy) await sendRun(transaction, row, clock);
      await sql`update job_schedules set next_at = ${nextRun(row.cron, row.now)} where name = ${row.name}`.execute(
        transaction,
      );
    }
    return rows.filter(({ busy }) => !busy).length;
  });
}

async function sendRun(transaction: Handle, row: Row & { next_at: Date }, clock: Clock): Promise<void> {
  const job = { payload: row.payload, key: `${row.name}@${row.next_at.toISOString()}` };
  const options = { maxAttempts: row.max_attempts, runAt: undefined, priority: 0, clock };
  const [id] = await sendJobs(transaction, row.kind, [job], options);
  await sql`update job_schedules set last_job = ${id ?? null}, last_at = ${row.next_at} where name = ${row.name}`.execute(
    transaction,
  );
}

/** Schedules of these names with what became of their last run, by name. */
export async function findSchedules(handle: Handle, names: readonly string[]): Promise<readonly ScheduleState[]> {
  const { rows } = await sql<Omit<ScheduleState, 'last'> & LastRun>`
    select s.name, s.kind, s.cron, s.next_at as "nextAt", s.last_at as "lastAt", s.last_job as "lastJob",
      j.state, j.progress, j.message, j.reason, j.attempts, j.created_at as "createdAt", j.finished_at as "finishedAt"
    from job_schedules s left join jobs j on j.id = s.last_job
    where s.name = any (${names}::text[]) order by s.name`.execute(handle);
  return rows.map(({ name, kind, cron, nextAt, lastAt, lastJob, state, ...job }) => ({
    name,
    kind,
    cron,
    nextAt,
    lastAt,
    last: lastJob === null || state === null ? null : { id: lastJob, kind, state, ...job },
  }));
}

type Job = NonNullable<ScheduleState['last']>;
type LastRun = Omit<Job, 'id' | 'kind' | 'state'> & {
  readonly lastJob: string | null;
  readonly state: Job['state'] | null;
};
