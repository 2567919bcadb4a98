import type { Handle } from '#kernel/database/index.ts';
import { loadParts, revisionOf } from '../../store/load-record.ts';
import { tables } from '../../store/tables.ts';

/** Names of the latest changes of records, as the actor sees them. */
export async function revisionsOf(
  transaction: Handle,
  register: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (let from = 0; from < ids.length; from += 1000) {
    const some = ids.slice(from, from + 1000);
    const rows = await tables(transaction)
      .selectFrom('register_records')
      .selectAll()
      .where('register', '=', register)
      .where('id', 'in', some)
      .execute();
    const parts = await loadParts(transaction, register, some);
    for (const row of rows) found.set(row.id, revisionOf({ row, parts: parts.get(row.id) ?? [] }));
  }
  return found;
}
