import type { Worker } from '#kernel/jobs/index.ts';
import type { StreamKind } from './define-stream.ts';

export interface ToPublish<M> {
  readonly message: M;
  /** What makes it the same message; the hash of its content unless said otherwise. At most 200 characters. */
  readonly id?: string;
}

export interface Published {
  readonly id: string;
  /** False when the stream had it already: nothing was added. */
  readonly fresh: boolean;
}

/** One message in the hands of one worker. It can come again, so what is done with it must bear being done twice. */
export interface Delivered<M> {
  readonly id: string;
  readonly message: M;
  /** 1 when it comes for the first time. */
  readonly delivery: number;
  readonly publishedAt: Date;
  /** Aborts when the time for the message is up, or the server must end. */
  readonly signal: AbortSignal;
}

export interface ConsumeOptions {
  /** How many messages a worker holds ready at once (100). */
  readonly batch?: number;
  /** Of those, how many it handles at the same time (1). */
  readonly concurrency?: number;
}

export interface DeadLetter {
  readonly id: string;
  readonly message: unknown;
  readonly deliveries: number;
  readonly reason: string;
  readonly diedAt: Date;
}

/** How far a group of workers is. */
export interface StreamLag {
  readonly stream: string;
  readonly group: string;
  /** Messages that it has not finished; those in the hands of a worker, and those that failed and come again, among them. */
  readonly behind: number;
  readonly dead: number;
}

/**
 * Documents that many workers read, on one machine or on many. Each group of workers gets each message at least once; within a
 * group a message goes to one worker. The order is roughly that of publishing, and no more than that.
 */
export interface Streams {
  readonly kind: 'database' | 'nats';
  /**
   * Adds a message once: sent again with the same id within a day at least, nothing happens. When it resolves, the message is kept;
   * when it rejects, it may be or not, and sending it again is safe. More than 1 MB as JSON is Problem('too-large').
   */
  publish<M>(stream: StreamKind<M>, message: M, options?: { readonly id?: string }): Promise<Published>;
  /** Many at once, much faster than one by one; gives what became of each, in order. */
  publishAll<M>(stream: StreamKind<M>, messages: readonly ToPublish<M>[]): Promise<readonly Published[]>;
  /**
   * Begins to work for a group. A new group starts at the oldest message that is kept. A handler that resolves is done with its
   * message; one that throws gets it again after a pause, and one that throws `GiveUp` never. Resolves once the group exists.
   */
  consume<M>(
    stream: StreamKind<M>,
    group: string,
    handle: (delivered: Delivered<M>) => Promise<void>,
    options?: ConsumeOptions,
  ): Promise<Worker>;
  /** Every group of every stream. */
  lag(): Promise<readonly StreamLag[]>;
  /** What a group could not do, newest first, 100 unless said otherwise. */
  dead(stream: Pick<StreamKind<unknown>, 'name'>, group: string, limit?: number): Promise<readonly DeadLetter[]>;
  /** Gives a dead letter to its group again, with all its deliveries; false when there is none. Other groups may see it again too. */
  retryDead(stream: Pick<StreamKind<unknown>, 'name'>, group: string, id: string): Promise<boolean>;
  /** Whether messages can be taken and given now. */
  answers(): Promise<boolean>;
  /** Deletes what was published before then and is finished by every group. Where the back end does that by itself, nothing happens. */
  forget(before: Date): Promise<number>;
  /** Stops every worker, with `graceMilliseconds` (10,000) for what is in hand, and lets go of the back end. */
  close(graceMilliseconds?: number): Promise<void>;
}

/** How long messages are kept: finished ones everywhere, and in NATS all of them. */
export const keptDays = 14;
