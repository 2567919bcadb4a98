import { sql } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';

export const searchChannel = 'mandata_search';

/** Stands for every record of a source. */
export const everyRecord = '*';

/**
 * Says, together with the transaction's other writes or not at all, that a record of a source has another content, audience or
 * state, or is gone; `*` for all of the source. Every server's index reads it again.
 */
export async function changed(transaction: Handle, source: string, record: string): Promise<void> {
  await sql`insert into search_changes (source, record) values (${source}, ${record})`.execute(transaction);
  await sql`select pg_notify(${searchChannel}, '')`.execute(transaction);
}
