import type { Handle } from '#kernel/database/index.ts';
import type { RegisterDefinition } from '../../definition.ts';
import { tables } from '../../store/tables.ts';
import type { ImportedRow } from '../imported-row.ts';

/** Ids of the records that rows speak of, by the row's number: the one it names, or the one with its key. Only records that the reader may know. */
export async function matchRows(
  transaction: Handle,
  register: RegisterDefinition,
  rows: readonly ImportedRow[],
): Promise<ReadonlyMap<number, string>> {
  const ids = rows.flatMap(({ id }) => id ?? []);
  const known = new Set<string>();
  for (const some of inPieces(ids)) {
    const found = await tables(transaction)
      .selectFrom('register_records')
      .select('id')
      .where('register', '=', register.id)
      .where('id', 'in', some)
      .execute();
    for (const { id } of found) known.add(id);
  }
  const keys = rows.flatMap((row) => keyOf(register, row) ?? []);
  const byKey = new Map<string, string>();
  for (const some of inPieces(keys)) {
    const found = await tables(transaction)
      .selectFrom('register_values')
      .select(['record', 'value'])
      .where('register', '=', register.id)
      .where('field', '=', register.keyField ?? '')
      .where('value', 'in', some)
      .orderBy('record', 'desc')
      .execute();
    for (const { record, value } of found) byKey.set(value, record);
  }
  return new Map(
    rows.flatMap((row): [number, string][] => {
      const id = row.id !== undefined && known.has(row.id) ? row.id : byKey.get(keyOf(register, row) ?? '');
      return id === undefined ? [] : [[row.row, id]];
    }),
  );
}

/** The value by which the row's record is known, where it has one and its field is open to all readers. */
export function keyOf(register: RegisterDefinition, { data }: Pick<ImportedRow, 'data'>): string | undefined {
  const { keyField } = register;
  if (keyField === undefined || register.fields[keyField]?.audience !== undefined) return undefined;
  const value = data[keyField];
  return typeof value === 'string' ? value : undefined;
}

function* inPieces(values: readonly string[]): Generator<string[]> {
  const all = [...new Set(values)];
  for (let from = 0; from < all.length; from += 1000) yield all.slice(from, from + 1000);
}
