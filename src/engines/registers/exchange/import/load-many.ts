import type { Handle } from '#kernel/database/index.ts';
import { loadParts, type Loaded } from '../../store/load-record.ts';
import { tables } from '../../store/tables.ts';

/** Records by id, as the actor may know them; `lock` lets nobody else change them until the end of the transaction. */
export async function loadMany(
  transaction: Handle,
  register: string,
  ids: readonly string[],
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<ReadonlyMap<string, Loaded>> {
  const found = new Map<string, Loaded>();
  const all = [...new Set(ids)].toSorted();
  for (let from = 0; from < all.length; from += 1000) {
    const some = all.slice(from, from + 1000);
    const query = tables(transaction)
      .selectFrom('register_records')
      .selectAll()
      .where('register', '=', register)
      .where('id', 'in', some)
      .orderBy('id');
    const rows = await (lock ? query.forUpdate() : query).execute();
    const parts = await loadParts(transaction, register, some);
    for (const row of rows) found.set(row.id, { row, parts: parts.get(row.id) ?? [] });
  }
  return found;
}
