import { sql } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import type { Delivery } from '../run-consumer.ts';

export interface Taken extends Delivery {
  readonly seq: number;
}

/** Takes up to `room` messages that are due, oldest first, for so many seconds; what others are taking is passed over. */
export async function takeMessages(
  handle: Handle,
  consumer: number,
  { room, lease, seconds }: { room: number; lease: string; seconds: number },
): Promise<readonly Taken[]> {
  const { rows } = await sql<Taken>`
    with due as materialized (
      select message from stream_deliveries where consumer = ${consumer} and due_at <= clock_timestamp()
      order by due_at, message limit ${room} for update skip locked
    ), taken as (
      update stream_deliveries d set deliveries = deliveries + 1, lease = ${lease},
        due_at = clock_timestamp() + make_interval(secs => ${seconds})
      from due where d.consumer = ${consumer} and d.message = due.message returning d.message, d.deliveries
    )
    select m.seq, m.id, m.body, m.published_at as "publishedAt", taken.deliveries as delivery
    from taken join stream_messages m on m.seq = taken.message order by m.seq`.execute(handle);
  return rows;
}

// Each of these touches only what is still held under the lease: what went to another worker is that one's to finish.

/** The acknowledgement need not reach the disk: one that is lost brings the message again. */
export async function markDone(
  owner: Handle,
  consumer: number,
  lease: string,
  messages: readonly number[],
): Promise<void> {
  await owner.transaction().execute(async (transaction) => {
    await sql`set local synchronous_commit = off`.execute(transaction);
    await sql`delete from stream_deliveries
      where consumer = ${consumer} and message = any (${messages}::bigint[]) and lease = ${lease}`.execute(transaction);
  });
}

export async function markAgain(
  handle: Handle,
  consumer: number,
  lease: string,
  { message, pauseSeconds }: { message: number; pauseSeconds: number },
): Promise<void> {
  await sql`update stream_deliveries set lease = null, due_at = clock_timestamp() + make_interval(secs => ${pauseSeconds})
    where consumer = ${consumer} and message = ${message} and lease = ${lease}`.execute(handle);
}

export async function renewMessages(
  handle: Handle,
  consumer: number,
  lease: string,
  { messages, seconds }: { messages: readonly number[]; seconds: number },
): Promise<void> {
  await sql`update stream_deliveries set due_at = clock_timestamp() + make_interval(secs => ${seconds})
    where consumer = ${consumer} and message = any (${messages}::bigint[]) and lease = ${lease}`.execute(handle);
}

/** Back to the group as if never taken. */
export async function releaseMessages(
  handle: Handle,
  consumer: number,
  lease: string,
  messages: readonly number[],
): Promise<void> {
  await sql`update stream_deliveries set lease = null, deliveries = deliveries - 1, due_at = clock_timestamp()
    where consumer = ${consumer} and message = any (${messages}::bigint[]) and lease = ${lease}`.execute(handle);
}
