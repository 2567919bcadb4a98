import { sql } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';

/**
 * Gives the committed events that have no position yet the next ones, in order of their ids. One sequencer at a time; who finds
 * another at it leaves it to that one. An event committed late is placed late, and so is never behind a cursor that has passed.
 * True when there may be more.
 */
export async function placeEvents(owner: Handle, limit = 5000): Promise<boolean> {
  return owner.transaction().execute(async (transaction) => {
    // A statement of its own: the next one sees what was committed up to the moment the lock was had.
    const { rows } = await sql<{ last: number }>`select last from event_sequence for update skip locked`.execute(
      transaction,
    );
    const [sequence] = rows;
    if (sequence === undefined) return false;
    const { rows: placed } = await sql`
      with fresh as materialized (
        select id, row_number() over (order by id) as nth from (
          select id from events where position is null order by id limit ${limit}
        ) as unplaced
      )
      update events set position = ${sequence.last}::bigint + fresh.nth from fresh where events.id = fresh.id returning 1`.execute(
      transaction,
    );
    if (placed.length === 0) return false;
    await sql`update event_sequence set last = last + ${placed.length}`.execute(transaction);
    return placed.length === limit;
  });
}
