import { sql } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import type { Packed } from '../packed.ts';

export const streamsChannel = 'mandata_streams';

/**
 * Adds messages that are not there yet, for every group that there is, and calls the workers. Gives the ids that were new.
 * The lock keeps a group from beginning in the middle of it: that one would neither be seen here nor see these messages.
 */
export function publishMessages(
  owner: Handle,
  stream: string,
  messages: readonly Packed[],
): Promise<ReadonlySet<string>> {
  return owner.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock_shared(hashtextextended(${`stream ${stream}`}, 0))`.execute(transaction);
    const { rows } = await sql<{ id: string }>`
      with fresh as (
        insert into stream_messages (stream, id, body)
        select ${stream}, id, body
        from unnest(${messages.map(({ id }) => id)}::text[], ${messages.map(({ body }) => body)}::text[]) as sent (id, body)
        on conflict do nothing returning seq, id
      ), owed as (
        insert into stream_deliveries (consumer, message, due_at)
        select g.id, fresh.seq, clock_timestamp() from stream_groups g cross join fresh where g.stream = ${stream}
      )
      select id, pg_notify(${streamsChannel}, ${stream}) from fresh`.execute(transaction);
    return new Set(rows.map(({ id }) => id));
  });
}

/** Makes a group that owes itself every message that is kept; one that is there stays as it is. Gives its number. */
export function ensureGroup(owner: Handle, stream: string, group: string): Promise<number> {
  return owner.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`stream ${stream}`}, 0))`.execute(transaction);
    const { rows: made } = await sql<{
      id: number;
    }>`insert into stream_groups (stream, name) values (${stream}, ${group})
      on conflict do nothing returning id`.execute(transaction);
    const [fresh] = made;
    if (fresh !== undefined) {
      await sql`insert into stream_deliveries (consumer, message, due_at)
        select ${fresh.id}, seq, clock_timestamp() from stream_messages where stream = ${stream}`.execute(transaction);
      return fresh.id;
    }
    return (await findGroup(transaction, stream, group)) ?? 0;
  });
}

export async function findGroup(handle: Handle, stream: string, group: string): Promise<number | undefined> {
  const { rows } = await sql<{
    id: number;
  }>`select id from stream_groups where stream = ${stream} and name = ${group}`.execute(handle);
  return rows[0]?.id;
}
