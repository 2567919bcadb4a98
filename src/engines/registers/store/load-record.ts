import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import type { Audience } from '#kernel/policy/index.ts';
import { mergeRecord, type Data, type SplitRecord } from './split-record.ts';
import type { RegisterDefinition } from '../definition.ts';
import { tables, type RegisterTables } from './tables.ts';

export type RecordRow = Selectable<RegisterTables['register_records']>;
export type VersionRow = Selectable<RegisterTables['register_versions']>;
export type PartRow = Selectable<RegisterTables['register_parts']>;

/** A record as the actor of the transaction may know it. */
export interface Loaded {
  readonly row: RecordRow;
  /** The parts that may be seen, as they stand. */
  readonly parts: readonly PartRow[];
}

/** The record of this id, or undefined where there is none that may be known; `lock` lets nobody else change it until the end of the transaction. */
export async function findLoaded(
  transaction: Handle,
  register: string,
  id: string,
  options: { lock?: boolean; demonstration: boolean },
): Promise<Loaded | undefined> {
  let query = tables(transaction)
    .selectFrom('register_records')
    .selectAll()
    .where('register', '=', register)
    .where('id', '=', id);
  if (!options.demonstration) query = query.where('demonstration', '=', false);
  const row = await (options.lock === true ? query.forUpdate() : query).executeTakeFirst();
  if (row === undefined) return undefined;
  return { row, parts: (await loadParts(transaction, register, [id])).get(id) ?? [] };
}

/** The parts of records that the actor may see: of each audience the latest, or the latest up to a change. */
export async function loadParts(
  transaction: Handle,
  register: string,
  ids: readonly string[],
  upTo?: number,
): Promise<ReadonlyMap<string, readonly PartRow[]>> {
  const { rows } = await sql<PartRow>`select distinct on (record, audience) * from register_parts
    where register = ${register} and record = any (${[...ids]}::text[])
      and (${upTo ?? null}::bigint is null or seq <= ${upTo ?? null}::bigint)
    order by record, audience, seq desc`.execute(transaction);
  const found = new Map<string, PartRow[]>();
  for (const row of rows) found.set(row.record, [...(found.get(row.record) ?? []), row]);
  return found;
}

export function splitOf(base: Data, parts: readonly PartRow[]): SplitRecord {
  return { base, parts: new Map<Audience, Data>(parts.map(({ audience, data }) => [audience, data])) };
}

/** All of a record that may be seen, as one. */
export const dataOf = (register: RegisterDefinition, { row, parts }: Loaded): Data =>
  mergeRecord(register.fields, splitOf(row.data, parts));

/** Names the record as the actor sees it; what they cannot see changes it in no way. */
export function revisionOf({ row, parts }: Loaded): string {
  return [...parts].reduce(
    (latest, part) => (part.seq > latest.seq ? part : latest),
    row as { seq: number; change: string },
  ).change;
}
