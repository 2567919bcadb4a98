import { sql } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import { nextRun } from '../cron.ts';
import { nowOf, type Clock } from './clock.ts';
import { sendJobs } from './send-jobs.ts';

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
}

/** Sends one job for each schedule that is due, and moves it on past now. */
export function sendDue(owner: Handle, clock: Clock): Promise<number> {
  return owner.transaction().execute(async (transaction) => {
    const { rows } = await sql<Row & { next_at: Date; now: Date }>`
      select name, kind, cron, payload, max_attempts, next_at, ${nowOf(clock)} as now from job_schedules
      where next_at <= ${nowOf(clock)} for update skip locked`.execute(transaction);
    for (const row of rows) {
      const job = { payload: row.payload, key: `${row.name}@${row.next_at.toISOString()}` };
      await sendJobs(transaction, row.kind, [job], {
        maxAttempts: row.max_attempts,
        runAt: undefined,
        priority: 0,
        clock,
      });
      await sql`update job_schedules set next_at = ${nextRun(row.cron, row.now)} where name = ${row.name}`.execute(
        transaction,
      );
    }
    return rows.length;
  });
}
