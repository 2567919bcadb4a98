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

export interface Worker {
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
  /** Newest first. */
  findDead(options?: { kind?: string; limit?: number }): Promise<readonly JobState[]>;
  /** Gives a dead job all its attempts again; false when there is no such dead job. */
  retry(id: string): Promise<boolean>;
  /** Jobs by kind and state, for the metrics. */
  count(): Promise<readonly { kind: string; state: JobState['state']; jobs: number }[]>;
  /** Sets or changes a schedule; runs missed while no server was up are made good by one. */
  schedule<P>(schedule: Schedule<P>): Promise<void>;
  /** Sends what is due, every few seconds, until stopped. Several servers may do so at once. */
  runSchedules(): Worker;
  /** Deletes jobs done before then; their keys count as new again. Gives their number. */
  forgetDone(before: Date): Promise<number>;
  /** Stops every worker. */
  close(): Promise<void>;
}
