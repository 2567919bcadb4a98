import type { Handle } from '#kernel/database/index.ts';
import type { JobKind } from './define-job.ts';

export interface SendOptions {
  /** Sent twice with the same key, done once: the second sending gives the first one's id. */
  readonly key?: string;
  readonly runAt?: Date;
  /** Higher goes first; 0 unless said otherwise. */
  readonly priority?: number;
  /** Sends together with the transaction's other writes, or not at all. */
  readonly in?: Handle;
}

/** One delivery of a job. A job can be delivered again, so what it does must bear being done twice. */
export interface Job<P> {
  readonly id: string;
  readonly payload: P;
  /** 1 at the first attempt. */
  readonly attempt: number;
  /** Aborts when the job has gone to another worker, or the server must end. */
  readonly signal: AbortSignal;
  /** Share done, 0 to 1, and a sentence; both can be read while it runs. */
  readonly report: (progress: number, message?: string) => Promise<void>;
}

export interface JobState {
  readonly id: string;
  readonly kind: string;
  readonly state: 'waiting' | 'running' | 'done' | 'dead';
  readonly progress: number;
  readonly message: string | null;
  /** Why the last attempt failed. */
  readonly reason: string | null;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

export interface WorkOptions {
  /** Jobs taken at once (10). */
  readonly batch?: number;
  /** Of those, how many run at the same time (1). */
  readonly concurrency?: number;
  /** How often to look without being called (1,000 ms). */
  readonly pollMilliseconds?: number;
}

/** How a worker's loop fares; a job that fails is no trouble of the worker. */
export interface WorkerState {
  /** Looks at the queue that failed one after the other, since the last that did not. */
  readonly failures: number;
  /** Why the last one failed. */
  readonly reason: string | null;
}

export interface Worker {
  state(): WorkerState;
  /** Takes nothing more, gives back what it has not begun, and waits `graceMilliseconds` (10,000) for the rest before aborting it. */
  stop(graceMilliseconds?: number): Promise<void>;
}

export interface Schedule<P> {
  readonly name: string;
  readonly kind: JobKind<P>;
  /** Five fields, UTC: minute hour day-of-month month day-of-week. */
  readonly cron: string;
  readonly payload: P;
}

export interface ScheduleState {
  readonly name: string;
  readonly kind: string;
  readonly cron: string;
  readonly nextAt: Date;
  /** The time that its last run stood for; null when it has not run yet. */
  readonly lastAt: Date | null;
  /** The job of that run; null also when it is forgotten. */
  readonly last: JobState | null;
}

/** How much there is to do. */
export interface Backlog {
  /** Due now, later (a pause after a failure, a later time), in hand, and laid aside. */
  readonly due: number;
  readonly later: number;
  readonly running: number;
  readonly dead: number;
  /** Seconds for which the oldest job has been due; 0 when none is. */
  readonly oldestSeconds: number;
}

/** Work for later, at least once. The table queue is one back end; another must keep every promise of this interface. */
export interface Queue {
  send<P>(kind: JobKind<P>, payload: P, options?: SendOptions): Promise<string>;
  sendAll<P>(
    kind: JobKind<P>,
    items: readonly { readonly payload: P; readonly key?: string }[],
    options?: Omit<SendOptions, 'key'>,
  ): Promise<readonly string[]>;
  work<P>(kind: JobKind<P>, handle: (job: Job<P>) => Promise<void>, options?: WorkOptions): Worker;
  find(id: string): Promise<JobState | undefined>;
  /** In one state or in any, newest first, 100 unless said otherwise. */
  list(options?: { state?: JobState['state']; kind?: string; limit?: number }): Promise<readonly JobState[]>;
  /** Gives a dead job all its attempts again, `in` a transaction where one is given; false when there is no such dead job. */
  retry(id: string, options?: { in?: Handle }): Promise<boolean>;
  /** Deletes a dead job; false when there is no such dead job. */
  forget(id: string, options?: { in?: Handle }): Promise<boolean>;
  /** Jobs by kind and state, for the metrics. */
  count(): Promise<readonly { kind: string; state: JobState['state']; jobs: number }[]>;
  backlog(): Promise<Backlog>;
  /** Sets or changes a schedule; runs missed while no server was up are made good by one. */
  schedule<P>(schedule: Schedule<P>): Promise<void>;
  /** The schedules set through this queue, with their last and next run. */
  schedules(): Promise<readonly ScheduleState[]>;
  /** Sends what is due of the schedules set through this queue, every few seconds, until stopped. Several servers may do so at once. */
  runSchedules(): Worker;
  /** Deletes jobs done before then; their keys count as new again. Gives their number. */
  forgetDone(before: Date): Promise<number>;
  /** Stops every worker, with `graceMilliseconds` for each. */
  close(graceMilliseconds?: number): Promise<void>;
}
