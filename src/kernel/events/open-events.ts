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
  /** How many events each subscriber, of any server, has yet to pass, why it hesitates, and how many it laid aside. */
  lag(): Promise<readonly Lag[]>;
  /** Looks at the outbox that failed one after the other, since the last that did not, and why. */
  trouble(): { readonly failures: number; readonly reason: string | null };
  /** Deletes events that happened before then and that every subscriber has passed. Gives their number. */
  forget(before: Date): Promise<number>;
  /** Stops after the events in hand, or when `graceMilliseconds` (30,000) are over. */
  close(graceMilliseconds?: number): Promise<void>;
}

export interface Lag {
  readonly name: string;
  readonly behind: number;
  readonly reason: string | null;
  readonly laidAside: number;
}

/** Listens to the outbox; `pollMilliseconds` (1,000) is how often it looks without being called. */
export function openEvents(
  database: OpenDatabase,
  { log, pollMilliseconds = 1000 }: { log: Pick<DatabaseLog, 'warn'>; pollMilliseconds?: number },
): Events {
  const { owner } = database;
  const ending = new AbortController();
  const subscribers = new Map<string, () => Promise<void>>();
  let trouble: { readonly failures: number; readonly reason: string | null } = { failures: 0, reason: null };
  let notBefore = 0;

  /** A subscriber that is slow or fails holds up no other. */
  const steady = (work: () => Promise<boolean>): (() => Promise<void>) =>
    singleFlight(async () => {
      try {
        while (!ending.signal.aborted && (await work()));
        trouble = { failures: 0, reason: null };
      } catch (error) {
        trouble = { failures: trouble.failures + 1, reason: String(error) };
        // The poll then passes over more and more of its turns, for at most half a minute.
        notBefore = Date.now() + Math.min(pollMilliseconds * (2 ** Math.min(trouble.failures, 10) - 1), 30_000);
        log.warn('The outbox could not be read; trying again.', trouble);
      }
    });
  const place = steady(() => placeEvents(owner));
  const call = async (): Promise<void> => {
    await place();
    await Promise.all([...subscribers.values()].map((hear) => hear()));
  };
  // Without keeping a command alive that forgets to close.
  const poll = setInterval(() => Date.now() >= notBefore && void call(), pollMilliseconds).unref();
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
      const { rows } = await sql<Lag>`
        select name, reason, (select last from event_sequence) - position as behind,
          (select count(*) from event_failures where subscriber = name) as "laidAside"
        from event_subscribers order by name`.execute(owner);
      return rows;
    },
    trouble: () => trouble,
    async forget(before) {
      const { numAffectedRows } = await sql`delete from events where occurred_at < ${before}
        and position <= coalesce((select min(position) from event_subscribers), (select last from event_sequence))`.execute(
        owner,
      );
      return Number(numAffectedRows ?? 0);
    },
    async close(graceMilliseconds = 30_000) {
      ending.abort();
      clearInterval(poll);
      await Promise.race([call(), pause(graceMilliseconds, undefined, { ref: false })]);
      await (
        await unlisten
      )();
    },
  };
}
