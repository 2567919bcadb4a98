import { sql } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import type { EventKind } from './define-event.ts';
import { eventsChannel } from './emit.ts';

/** Says that the same thing happened many times, in this order, in one statement. */
export async function emitAll<P>(transaction: Handle, kind: EventKind<P>, payloads: readonly P[]): Promise<void> {
  if (payloads.length === 0) return;
  const texts = payloads.map((payload) => JSON.stringify(kind.payload.parse(payload)));
  await sql`insert into events (kind, payload)
    select ${kind.name}, payload::jsonb from unnest(${texts}::text[]) with ordinality as p (payload, place) order by place`.execute(
    transaction,
  );
  await sql`select pg_notify(${eventsChannel}, '')`.execute(transaction);
}
