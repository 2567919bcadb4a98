import type { Handle } from '#kernel/database/index.ts';
import type { ColumnMapping } from '../mapping.ts';
import { importTables } from './tables.ts';

/** The mapping that was last used for files with these headings. */
export async function findMapping(
  transaction: Handle,
  register: string,
  fingerprint: string,
): Promise<ColumnMapping | undefined> {
  const found = await importTables(transaction)
    .selectFrom('register_mappings')
    .select('mapping')
    .where('register', '=', register)
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst();
  return found?.mapping;
}

/** Keeps a mapping for the next file with the same headings. */
export async function rememberMapping(
  transaction: Handle,
  register: string,
  mapping: ColumnMapping,
  at: Date,
): Promise<void> {
  if (mapping.columns.length === 0) return;
  const kept = { mapping: JSON.stringify(mapping), at };
  await importTables(transaction)
    .insertInto('register_mappings')
    .values({ register, fingerprint: mapping.fingerprint, ...kept })
    .onConflict((conflict) => conflict.columns(['register', 'fingerprint']).doUpdateSet(kept))
    .execute();
}
