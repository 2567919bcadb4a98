import { sql } from 'kysely';
import type { Handle } from '#kernel/database/types.ts';
import { canonicalText } from './canonical-text.ts';
import type { AuditTables } from './tables.ts';

/** Entries of the batches from `first` to `last`, by batch and id. */
export async function entriesOfBatches(
  handle: Handle,
  first: number,
  last: number,
): Promise<{ batch: number; text: string }[]> {
  return handle
    .withTables<AuditTables>()
    .selectFrom('audit_entry')
    .select([sql<number>`batch`.as('batch'), canonicalText().as('text')])
    .where('batch', '>=', first)
    .where('batch', '<=', last)
    .orderBy('audit_entry.batch')
    .orderBy('audit_entry.id')
    .execute();
}

/** How many entries there are, how many wait for a seal, and how many claim a batch that has none: in one look, as sealing goes on. */
export async function countEntries(handle: Handle) {
  const { entries, unsealed, astray } = await handle
    .withTables<AuditTables>()
    .selectFrom('audit_entry')
    .leftJoin('audit_seal', 'audit_seal.batch', 'audit_entry.batch')
    .select([
      sql<number>`count(*)`.as('entries'),
      sql<number>`count(*) filter (where audit_entry.batch is null)`.as('unsealed'),
      sql<number>`count(*) filter (where audit_entry.batch is not null and audit_seal.batch is null)`.as('astray'),
    ])
    .executeTakeFirstOrThrow();
  return { entries, unsealed, astray };
}
