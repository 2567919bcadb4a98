import { sql } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import type { Heard, Subscription } from './subscription.ts';

interface Row {
  readonly position: number;
  readonly kind: string;
  readonly payload: unknown;
  readonly occurred_at: Date;
}
interface Place {
  readonly position: number;
  readonly failures: number;
  readonly waits: boolean;
}

/** Takes the subscriber's next events and moves its place on, in one transaction. True when there may be more. */
export async function hearNext<P>(owner: Handle, subscription: Subscription<P>): Promise<boolean> {
  const { name, kinds, batch = 1 } = subscription;
  let tried: { failures: number; first: Row } | undefined;
  try {
    return await owner.transaction().execute(async (transaction) => {
      const { rows: places } =
        await sql<Place>`select position, failures, coalesce(retry_at > clock_timestamp(), false) as waits
        from event_subscribers where name = ${name} for update skip locked`.execute(transaction);
      const [place] = places;
      // Another server is at it, or a failure is being slept on.
      if (place === undefined || place.waits) return false;
      const limit = place.failures > 0 ? 1 : batch;
      const { rows: heads } = await sql<{ last: number }>`select last from event_sequence`.execute(transaction);
      const { rows } = await sql<Row>`select position, kind, payload, occurred_at from events
        where position > ${place.position} and kind = any (${kinds.map((kind) => kind.name)}::text[])
        order by position limit ${limit}`.execute(transaction);
      const [first] = rows;
      if (first !== undefined) {
        tried = { failures: place.failures, first };
        await subscription.hear(
          rows.map((row) => typed(row, kinds)),
          transaction,
        );
      }
      const more = rows.length === limit;
      const reached = more
        ? (rows.at(-1)?.position ?? 0)
        : Math.max(heads[0]?.last ?? 0, rows.at(-1)?.position ?? 0, place.position);
      await sql`update event_subscribers set position = ${reached}, failures = 0, reason = null, retry_at = null
        where name = ${name}`.execute(transaction);
      return more;
    });
  } catch (error) {
    if (tried === undefined) throw error;
    return noteFailure(owner, subscription, {
      ...tried,
      reason: error instanceof Error ? error.message : String(error),
    });
  }
}

function typed<P>(row: Row, kinds: Subscription<P>['kinds']): Heard<P> {
  const kind = kinds.find((each) => each.name === row.kind);
  if (kind === undefined) throw new Error(`Nobody asked for the event ${row.kind}.`);
  return {
    position: row.position,
    kind: row.kind,
    payload: kind.payload.parse(row.payload),
    occurredAt: row.occurred_at,
  };
}

/** Pauses 1, 2, 4 … seconds, at most a minute; after the last attempt the event is laid aside and the next one comes. */
async function noteFailure<P>(
  owner: Handle,
  { name, attempts = 10 }: Subscription<P>,
  { failures, first, reason }: { failures: number; first: Row; reason: string },
): Promise<boolean> {
  if (failures + 1 < attempts) {
    const pause = Math.min(2 ** failures, 60);
    await sql`update event_subscribers set failures = ${failures + 1}, reason = ${reason},
      retry_at = clock_timestamp() + make_interval(secs => ${pause}) where name = ${name}`.execute(owner);
    return false;
  }
  await owner.transaction().execute(async (transaction) => {
    await sql`insert into event_failures (subscriber, position, kind, payload, reason)
      values (${name}, ${first.position}, ${first.kind}, ${JSON.stringify(first.payload)}::jsonb, ${reason})
      on conflict do nothing`.execute(transaction);
    await sql`update event_subscribers set position = ${first.position}, failures = 0, reason = ${reason}, retry_at = null
      where name = ${name}`.execute(transaction);
  });
  return true;
}
