import type { Handle } from '#kernel/database/index.ts';
import type { Audience } from '#kernel/policy/index.ts';
import type { RegisterDefinition } from '../definition.ts';
import type { Readers } from './audiences.ts';
import type { Data } from './split-record.ts';
import { tables } from './tables.ts';
import { indexedFields, valuesOf, type FoundBy } from './values-of.ts';

/** Rows that one statement takes without coming near the most parameters of the protocol. */
const atOnce = 2000;

/** Makes these the values that the record's shared part is found by; a new record has none that would have to go. */
export async function writeValues(
  transaction: Handle,
  register: RegisterDefinition,
  record: string,
  data: Data,
  readers: Readers,
  isNew: boolean,
): Promise<void> {
  if (!isNew)
    await tables(transaction)
      .deleteFrom('register_values')
      .where('register', '=', register.id)
      .where('record', '=', record)
      .execute();
  const rows = valueRows(register, record, data, readers);
  for (let from = 0; from < rows.length; from += atOnce)
    await tables(transaction)
      .insertInto('register_values')
      .values(rows.slice(from, from + atOnce))
      .execute();
}

/** The same of the part for one audience. */
export async function writePartValues(
  transaction: Handle,
  register: RegisterDefinition,
  record: string,
  audience: Audience,
  data: Data,
  isNew: boolean,
): Promise<void> {
  if (!isNew)
    await tables(transaction)
      .deleteFrom('register_part_values')
      .where('register', '=', register.id)
      .where('record', '=', record)
      .where('audience', '=', audience)
      .execute();
  const rows = partValueRows(register, record, audience, data);
  for (let from = 0; from < rows.length; from += atOnce)
    await tables(transaction)
      .insertInto('register_part_values')
      .values(rows.slice(from, from + atOnce))
      .execute();
}

/** Rows of what the shared part is found by. */
export const valueRows = (register: RegisterDefinition, record: string, data: Data, readers: Readers) =>
  valuesOf(register.fields, data).map((each) => ({
    ...rowOf(register, record, each),
    audience: readers.audience,
    own_state: readers.ownState ?? null,
  }));

/** Rows of what the part for one audience is found by. */
export function partValueRows(register: RegisterDefinition, record: string, audience: Audience, data: Data) {
  const closed = closedFields(register);
  return valuesOf(register.fields, data)
    .filter(({ field }) => closed.has(field))
    .map((each) => ({ ...rowOf(register, record, each), audience }));
}

const closedFields = ({ fields }: RegisterDefinition): ReadonlySet<string> =>
  new Set([...indexedFields(fields)].filter(([, { audience }]) => audience !== undefined).map(([field]) => field));

const rowOf = ({ id }: RegisterDefinition, record: string, each: FoundBy) => ({
  register: id,
  record,
  field: each.field,
  value: each.value,
  language: each.language ?? null,
  number: each.number ?? null,
  low: each.low ?? null,
  high: each.high ?? null,
  target: each.target ?? null,
});
