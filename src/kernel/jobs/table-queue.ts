import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { DatabaseLog, OpenDatabase } from '#kernel/database/index.ts';
import { bell } from './bell.ts';
import { readCron } from './cron.ts';
import type { Queue, Worker, WorkerState } from './queue.ts';
import { runBatch } from './run-batch.ts';
import type { Clock } from './store/clock.ts';
import { countJobs, findJob, listJobs, readBacklog } from './store/read-jobs.ts';
import { forgetJob, retryJob } from './store/retry-job.ts';
import { findSchedules, keepSchedule, sendDue } from './store/schedules.ts';
import { jobsChannel, sendJobs } from './store/send-jobs.ts';
import { returnAbandoned } from './store/take-jobs.ts';

export interface TableQueueSettings {
  readonly log: Pick<DatabaseLog, 'warn'>;
  /** For tests; a server goes by the database's clock. */
  readonly clock?: () => Date;
  /** How often schedules are looked at (10,000 ms). */
  readonly scheduleMilliseconds?: number;
}

/** The queue in the record's own database. */
export function tableQueue(database: OpenDatabase, settings: TableQueueSettings): Queue {
  const { owner } = database;
  const clock: Clock = settings.clock;
  const workers = new Set<Worker>();
  const scheduled = new Set<string>();

  /** Runs `look` until stopped: again at once while it gives true, else after a call or the poll. */
  const loop = (channel: string, poll: number, look: (worker: Stop) => Promise<boolean>): Worker => {
    const calls = bell();
    const abort = new AbortController();
    const ending = new AbortController();
    let trouble: WorkerState = { failures: 0, reason: null };
    const stop: Stop = { stopping: () => ending.signal.aborted, abort: abort.signal };
    const unlisten = database.listen(jobsChannel, (called) => called === channel && calls.ring());
    const ended = (async () => {
      while (!ending.signal.aborted) {
        try {
          const more = await look(stop);
          trouble = { failures: 0, reason: null };
          if (more) continue;
        } catch (error) {
          trouble = { failures: trouble.failures + 1, reason: String(error) };
          settings.log.warn('A worker could not reach its queue; it tries again.', { channel, ...trouble });
        }
        // After a failure it looks less and less often, at most every half minute.
        const pause =
          trouble.failures === 0 ? poll : Math.min(poll * 2 ** (trouble.failures - 1), Math.max(poll, 30_000));
        if (!ending.signal.aborted) await calls.wait(pause);
      }
    })();
    const worker: Worker = {
      state: () => trouble,
      async stop(graceMilliseconds = 10_000) {
        ending.abort();
        calls.ring();
        const late = setTimeout(() => abort.abort(new Error('The server is ending.')), graceMilliseconds);
        // A handler that heeds no signal cannot be waited for: its lease runs out and another has the job.
        await Promise.race([ended, pause(graceMilliseconds + 2000, undefined, { ref: false })]);
        clearTimeout(late);
        await (
          await unlisten
        )?.();
        workers.delete(worker);
      },
    };
    workers.add(worker);
    return worker;
  };

  const queue: Queue = {
    async send(kind, payload, options = {}) {
      const item = { payload, ...(options.key !== undefined && { key: options.key }) };
      const [id] = await queue.sendAll(kind, [item], options);
      return id ?? '';
    },
    sendAll(kind, items, options = {}) {
      const jobs = items.map((item) => ({ ...item, payload: kind.payload.parse(item.payload) }));
      return sendJobs(options.in ?? owner, kind.name, jobs, {
        maxAttempts: kind.attempts,
        runAt: options.runAt,
        priority: options.priority ?? 0,
        clock,
      });
    },
    work(kind, handle, { batch = 10, concurrency = 1, pollMilliseconds = 1000 } = {}) {
      let looked = 0;
      return loop(kind.name, pollMilliseconds, async (stop) => {
        const taken = await runBatch({ owner, kind, handle, batch, concurrency, clock, ...stop });
        // An idle worker looks for jobs whose worker fell silent; a busy one does so twice in a lease.
        if (taken === 0 || Date.now() - looked > kind.leaseSeconds * 500) {
          await returnAbandoned(owner, kind.name, clock);
          looked = Date.now();
        }
        return taken > 0;
      });
    },
    find: (id) => findJob(owner, id),
    list: ({ state, kind, limit = 100 } = {}) => listJobs(owner, { state, kind, limit }),
    retry: (id, options = {}) => retryJob(options.in ?? owner, id, clock),
    forget: (id, options = {}) => forgetJob(options.in ?? owner, id),
    count: () => countJobs(owner),
    backlog: () => readBacklog(owner, clock),
    schedules: () => findSchedules(owner, [...scheduled]),
    async schedule({ name, kind, cron, payload }) {
      readCron(cron);
      await keepSchedule(
        owner,
        { name, kind: kind.name, cron, payload: kind.payload.parse(payload), max_attempts: kind.attempts },
        clock,
      );
      scheduled.add(name);
    },
    runSchedules: () =>
      loop('schedules', settings.scheduleMilliseconds ?? 10_000, async () => {
        await sendDue(owner, [...scheduled], clock);
        return false;
      }),
    async forgetDone(before) {
      const { numAffectedRows } = await sql`delete from jobs where state = 'done' and finished_at < ${before}`.execute(
        owner,
      );
      return Number(numAffectedRows ?? 0);
    },
    async close(graceMilliseconds) {
      await Promise.all([...workers].map((worker) => worker.stop(graceMilliseconds)));
    },
  };
  return queue;
}

interface Stop {
  readonly stopping: () => boolean;
  readonly abort: AbortSignal;
}
