import { sql } from 'kysely';
import type { Handle } from '#kernel/database/types.ts';
import { canonicalText } from './canonical-text.ts';
import type { AuditTables } from './tables.ts';

/** Committed entries that no batch holds yet, by id, at most `limit`. One that commits late is simply found the next time. */
export async function sealableEntries(handle: Handle, limit: number): Promise<{ id: number; text: string }[]> {
  return handle
    .withTables<AuditTables>()
    .selectFrom('audit_entry')
    .select(['id', canonicalText().as('text')])
    .where('batch', 'is', null)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Puts the entries into the batch: the one change that the table's trigger lets through. */
export async function assignBatch(transaction: Handle, ids: readonly number[], batch: number): Promise<void> {
  await transaction
    .withTables<AuditTables>()
    .updateTable('audit_entry')
    .set({ batch: batch })
    .where('id', '=', sql<number>`any(${[...ids]}::bigint[])`)
    .where('batch', 'is', null)
    .execute();
}
