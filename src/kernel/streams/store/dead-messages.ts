import { sql } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import type { DeadLetter, StreamLag } from '../streams.ts';
import { streamsChannel } from './publish-messages.ts';

/** Lays a message aside for its group, with the reason. */
export async function markDead(
  handle: Handle,
  consumer: number,
  lease: string,
  { message, reason }: { message: number; reason: string },
): Promise<void> {
  await sql`with gone as (
      delete from stream_deliveries where consumer = ${consumer} and message = ${message} and lease = ${lease}
      returning deliveries
    )
    insert into stream_dead (consumer, message, deliveries, reason)
    select ${consumer}, ${message}, deliveries, ${reason} from gone`.execute(handle);
}

export async function findDead(handle: Handle, consumer: number, limit: number): Promise<readonly DeadLetter[]> {
  const { rows } = await sql<DeadLetter & { message: string }>`
    select m.id, m.body as message, d.deliveries, d.reason, d.died_at as "diedAt"
    from stream_dead d join stream_messages m on m.seq = d.message
    where d.consumer = ${consumer} order by d.died_at desc, d.message desc limit ${limit}`.execute(handle);
  return rows.map((row) => ({ ...row, message: JSON.parse(row.message) as unknown }));
}

/** Owes the group a dead letter again; false when there is none with this id. */
export async function reviveDead(handle: Handle, stream: string, consumer: number, id: string): Promise<boolean> {
  const { rows } = await sql`with gone as (
      delete from stream_dead where consumer = ${consumer}
        and message = (select seq from stream_messages where stream = ${stream} and id = ${id}) returning message
    ), owed as (
      insert into stream_deliveries (consumer, message, due_at) select ${consumer}, message, clock_timestamp() from gone
    )
    select pg_notify(${streamsChannel}, ${stream}) from gone`.execute(handle);
  return rows.length > 0;
}

export async function readLag(handle: Handle): Promise<readonly StreamLag[]> {
  const { rows } = await sql<StreamLag>`select stream, name as "group",
      (select count(*) from stream_deliveries where consumer = g.id) as behind,
      (select count(*) from stream_dead where consumer = g.id) as dead
    from stream_groups g order by stream, name`.execute(handle);
  return rows;
}

/** Deletes messages published before then that no group has yet to do or laid aside; gives their number. */
export async function deleteFinished(handle: Handle, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`delete from stream_messages m where published_at < ${before}
    and not exists (select from stream_deliveries where message = m.seq)
    and not exists (select from stream_dead where message = m.seq)`.execute(handle);
  return Number(numAffectedRows ?? 0);
}
