import { sql } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';

export interface Change {
  readonly position: number;
  readonly source: string;
  readonly record: string;
}

/** How far the changes of a database have been told, and what must still be there for a kept index to go on from. */
export interface Place {
  readonly epoch: string;
  readonly last: number;
  readonly forgotten: number;
}

/** Gives committed changes their positions; who finds another server at it leaves it to that one. */
export async function placeChanges(owner: Handle): Promise<void> {
  await owner.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ last: number }>`select last from search_place for update skip locked`.execute(
      transaction,
    );
    const [place] = rows;
    if (place === undefined) return;
    const { rows: placed } = await sql`
      with fresh as materialized (
        select id, row_number() over (order by id) as nth from search_changes where position is null
      )
      update search_changes set position = ${place.last}::bigint + fresh.nth from fresh
      where search_changes.id = fresh.id returning 1`.execute(transaction);
    if (placed.length > 0) await sql`update search_place set last = last + ${placed.length}`.execute(transaction);
  });
}

export async function readPlace(owner: Handle): Promise<Place> {
  const { rows } = await sql<Place>`select epoch::text, last, forgotten from search_place`.execute(owner);
  const [place] = rows;
  if (place === undefined) throw new Error('The table search_place is empty.');
  return place;
}

/** Changes behind a position, in order. */
export async function readChanges(owner: Handle, position: number, limit: number): Promise<readonly Change[]> {
  const { rows } = await sql<Change>`select position, source, record from search_changes
    where position > ${position} order by position limit ${limit}`.execute(owner);
  return rows;
}

/** Names the change at a position: a kept index that went as far belongs to this database only if it is the same there. */
export async function nameOfChange(owner: Handle, position: number): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`select id || ' ' || source || ' ' || record || ' ' || said_at as name
    from search_changes where position = ${position}`.execute(owner);
  return rows[0]?.name;
}

/** Deletes changes said before then, but the last; an index that is further behind is built anew. Gives their number. */
export async function forgetChanges(owner: Handle, before: Date): Promise<number> {
  await placeChanges(owner);
  return owner.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ position: number }>`delete from search_changes
      where said_at < ${before} and position < (select last from search_place) returning position`.execute(transaction);
    const last = rows.reduce((most, { position }) => Math.max(most, position), 0);
    if (last > 0)
      await sql`update search_place set forgotten = greatest(forgotten, ${last}::bigint)`.execute(transaction);
    return rows.length;
  });
}
