import { sql } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import type { EventKind } from './define-event.ts';

export const eventsChannel = 'mandata_events';

/** Says that something happened, together with the transaction's other writes or not at all. */
export async function emit<P>(transaction: Handle, kind: EventKind<P>, payload: P): Promise<void> {
  await sql`insert into events (kind, payload)
    values (${kind.name}, ${JSON.stringify(kind.payload.parse(payload))}::jsonb)`.execute(transaction);
  await sql`select pg_notify(${eventsChannel}, '')`.execute(transaction);
}
