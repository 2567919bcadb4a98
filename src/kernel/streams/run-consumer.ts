import { setTimeout as pause } from 'node:timers/promises';
import { GiveUp, pauseAfter, type Worker, type WorkerState } from '#kernel/jobs/index.ts';
import type { StreamKind } from './define-stream.ts';
import type { Delivered } from './streams.ts';

/** A message that a back end has handed to this worker. */
export interface Delivery {
  readonly id: string;
  readonly body: string;
  readonly delivery: number;
  readonly publishedAt: Date;
}

/** What a back end does for one worker. What it cannot write down is delivered again when its time is over. */
export interface Source<D extends Delivery> {
  /** Hands over up to `room` messages as they come; resolves when there are no more for now. */
  fetch(room: number, give: (delivery: D) => void): Promise<void>;
  /** Resolves when there may be more, or it is time to look. */
  idle(): Promise<void>;
  /** More time for what this worker still holds. */
  renew(held: readonly D[]): Promise<void>;
  done(delivery: D): void;
  again(delivery: D, reason: string, pauseSeconds: number): Promise<void>;
  dead(delivery: D, reason: string): Promise<void>;
  /** Back to the group as if never taken. */
  release(deliveries: readonly D[]): Promise<void>;
  /** Ends a wait, at the stop. */
  wake(): void;
  /** Resolves when everything is written, and lets go. */
  end(): Promise<void>;
}

interface Given<M, D extends Delivery> {
  readonly stream: StreamKind<M>;
  readonly handle: (delivered: Delivered<M>) => Promise<void>;
  readonly source: Source<D>;
  readonly batch: number;
  readonly concurrency: number;
  readonly warn: (trouble: WorkerState) => void;
}

/** Works for a group until stopped: keeps a batch ready, handles some at the same time, and tells the back end how each ended. */
export function runConsumer<M, D extends Delivery>(given: Given<M, D>): Worker {
  const { stream, source, batch, concurrency } = given;
  const ready: D[] = [];
  const held = new Set<D>();
  const hands: ((delivery: D | undefined) => void)[] = [];
  const ending = new AbortController();
  const abort = new AbortController();
  let trouble: WorkerState = { failures: 0, reason: null };
  let room = Promise.withResolvers<void>();

  const give = (delivery: D): void => {
    held.add(delivery);
    const hand = hands.shift();
    if (hand === undefined) ready.push(delivery);
    else hand(delivery);
  };
  const next = (): Promise<D | undefined> => {
    if (ending.signal.aborted) return Promise.resolve(undefined);
    const delivery = ready.shift();
    if (ready.length <= batch / 2) room.resolve();
    return delivery === undefined ? new Promise((resolve) => hands.push(resolve)) : Promise.resolve(delivery);
  };
  const supply = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      if (ready.length > batch / 2) {
        room = Promise.withResolvers();
        await room.promise;
        continue;
      }
      let came = 0;
      try {
        await source.fetch(batch - ready.length, (delivery) => {
          came += 1;
          give(delivery);
        });
        trouble = { failures: 0, reason: null };
        if (came === 0 && !ending.signal.aborted) await source.idle();
      } catch (error) {
        trouble = { failures: trouble.failures + 1, reason: error instanceof Error ? error.message : String(error) };
        given.warn(trouble);
        // At most every half minute; a stop does not wait for it.
        const later = Math.min(250 * 2 ** trouble.failures, 30_000);
        await pause(later, undefined, { signal: ending.signal }).catch(() => undefined);
      }
    }
  };
  const work = async (): Promise<void> => {
    for (let delivery = await next(); delivery !== undefined; delivery = await next()) {
      // What the back end could not be told comes again when its time is over.
      await handleOne(given, delivery, abort.signal).catch(() => undefined);
      held.delete(delivery);
    }
  };
  // Three times within the time limit: what waits here for its turn is not another's yet.
  const beat = setInterval(
    () => void source.renew([...held]).catch(() => undefined),
    (stream.timeLimitSeconds * 1000) / 3,
  );
  const ended = Promise.all([supply(), ...Array.from({ length: concurrency }, work)]);

  return {
    state: () => trouble,
    async stop(graceMilliseconds = 10_000) {
      ending.abort();
      room.resolve();
      source.wake();
      for (const hand of hands.splice(0)) hand(undefined);
      const late = setTimeout(() => abort.abort(new Error('The server is ending.')), graceMilliseconds);
      // A handler that heeds no signal cannot be waited for: its time runs out and another has the message.
      await Promise.race([ended, pause(graceMilliseconds + 2000, undefined, { ref: false })]);
      clearTimeout(late);
      clearInterval(beat);
      await source.release(ready.splice(0)).catch(() => undefined);
      await source.end();
    },
  };
}

async function handleOne<M, D extends Delivery>(
  { stream, handle, source }: Given<M, D>,
  delivery: D,
  abort: AbortSignal,
): Promise<void> {
  if (delivery.delivery > stream.deliveries)
    return source.dead(delivery, `Given to a worker ${stream.deliveries} times, which never said how it ended.`);
  // Not AbortSignal.any: under memory pressure Node.js collects its links, and the abort never comes.
  const own = new AbortController();
  const { signal } = own;
  const breakOff = (): void => own.abort(abort.reason);
  abort.addEventListener('abort', breakOff, { once: true });
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const error = new Error(`The time limit of ${stream.timeLimitSeconds} seconds is over.`);
    own.abort(error);
    late.reject(error);
  }, stream.timeLimitSeconds * 1000);
  try {
    const { id, publishedAt } = delivery;
    const handled = handle({
      id,
      publishedAt,
      delivery: delivery.delivery,
      message: messageOf(stream, delivery),
      signal,
    });
    await Promise.race([handled, late.promise]);
    source.done(delivery);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    // What the end of the server broke off is nobody's failure.
    if (abort.aborted) await source.release([delivery]);
    else if (error instanceof GiveUp || delivery.delivery >= stream.deliveries) await source.dead(delivery, reason);
    else await source.again(delivery, reason, pauseAfter(delivery.delivery, stream.backoffSeconds));
  } finally {
    clearTimeout(timer);
    abort.removeEventListener('abort', breakOff);
  }
}

function messageOf<M>(stream: StreamKind<M>, { body }: Delivery): M {
  const read = stream.message.safeParse(JSON.parse(body));
  if (!read.success) throw new GiveUp(`The message does not fit its stream: ${read.error.message}`);
  return read.data;
}
