import { sql } from 'kysely';
import { setTimeout as pause } from 'node:timers/promises';
import type { DatabaseLog, OpenDatabase } from '#kernel/database/index.ts';
import { eventsChannel } from './emit.ts';
import { hearNext } from './hear-next.ts';
import { placeEvents } from './place-events.ts';
import { singleFlight } from './single-flight.ts';
import type { Subscription } from './subscription.ts';

export interface Events {
  /** Begins to hear; resolves once the subscriber has its place. */
  subscribe<P>(subscription: Subscription<P>): Promise<void>;
  /** Resolves when every subscriber of this server has heard all that was committed before the call, or waits after a failure. */
  caughtUp(): Promise<void>;
  /** How many events each subscriber, of any server, has yet to pass, and why it hesitates; for readiness and metrics. */
  lag(): Promise<readonly { name: string; behind: number; reason: string | null }[]>;
  /** Deletes events that happened before then and that every subscriber has passed. Gives their number. */
  forget(before: Date): Promise<number>;
  /** Stops after the events in hand. */
  close(): Promise<void>;
}

/** Listens to the outbox; `pollMilliseconds` (1,000) is how often it looks without being called. */
export function openEvents(
  database: OpenDatabase,
  { log, pollMilliseconds = 1000 }: { log: Pick<DatabaseLog, 'warn'>; pollMilliseconds?: number },
): Events {
  const { owner } = database;
  const ending = new AbortController();
  const subscribers = new Map<string, () => Promise<void>>();

  /** A subscriber that is slow or fails holds up no other. */
  const steady = (work: () => Promise<boolean>): (() => Promise<void>) =>
    singleFlight(async () => {
      try {
        while (!ending.signal.aborted && (await work()));
      } catch (error) {
        log.warn('The outbox could not be read; trying again.', { reason: String(error) });
      }
    });
  const place = steady(() => placeEvents(owner));
  const call = async (): Promise<void> => {
    await place();
    await Promise.all([...subscribers.values()].map((hear) => hear()));
  };
  // Without keeping a command alive that forgets to close.
  const poll = setInterval(() => void call(), pollMilliseconds).unref();
  const unlisten = database.listen(eventsChannel, () => void call());

  return {
    async subscribe(subscription) {
      const { name, from = 'start' } = subscription;
      await sql`insert into event_subscribers (name, position)
        select ${name}, case when ${from} = 'now' then (select last from event_sequence) else 0 end
        on conflict do nothing`.execute(owner);
      if (subscribers.has(name)) throw new Error(`Two subscribers are called ${name}.`);
      subscribers.set(
        name,
        steady(() => hearNext(owner, subscription)),
      );
      void call();
    },
    caughtUp: call,
    async lag() {
      const { rows } = await sql<{ name: string; behind: number; reason: string | null }>`
        select name, reason, (select last from event_sequence) - position as behind from event_subscribers order by name`.execute(
        owner,
      );
      return rows;
    },
    async forget(before) {
      const { numAffectedRows } = await sql`delete from events where occurred_at < ${before}
        and position <= (select min(position) from event_subscribers)`.execute(owner);
      return Number(numAffectedRows ?? 0);
    },
    async close() {
      ending.abort();
      clearInterval(poll);
      await Promise.race([call(), pause(30_000, undefined, { ref: false })]);
      await (
        await unlisten
      )();
    },
  };
}
