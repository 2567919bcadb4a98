import { sql } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import type { RegistersContext } from '../context.ts';
import type { RegisterDefinition } from '../definition.ts';
import type { TextValue } from '../fields/values.ts';
import type { Data } from '../store/split-record.ts';
import { filterReferences, referencesOf } from './walk-references.ts';

/** A record of any register, as others name it. */
export interface NamedRecord {
  readonly register: string;
  readonly id: string;
  readonly title: TextValue;
  readonly state: string;
  readonly withdrawn: boolean;
  readonly country?: string;
  readonly demonstration: boolean;
}

/** Records that are referred to and that the actor may know of, by register and id. */
export type Targets = ReadonlyMap<string, NamedRecord>;

export const targetKey = (register: string, id: string): string => `${register}/${id}`;

interface Row {
  register: string;
  id: string;
  title: TextValue;
  state: string;
  country: string | null;
  demonstration: boolean;
}

/** Finds what these records refer to, in one query for all of them. */
export async function findTargets(
  transaction: Handle,
  context: RegistersContext,
  register: RegisterDefinition,
  records: readonly Data[],
): Promise<Targets> {
  const wanted = new Map<string, { register: string; id: string }>();
  for (const data of records)
    for (const { register: to, id } of referencesOf(register.fields, data))
      wanted.set(targetKey(to, id), { register: to, id });
  return findNamed(transaction, context, [...wanted.values()]);
}

/** The named ones of these that the actor may know of. */
export async function findNamed(
  transaction: Handle,
  context: RegistersContext,
  places: readonly { readonly register: string; readonly id: string }[],
): Promise<Targets> {
  if (places.length === 0) return new Map();
  const { rows } = await sql<Row>`select r.register, r.id, r.title, r.state, r.country, r.demonstration
    from register_records r
    join unnest(${places.map(({ register }) => register)}::text[], ${places.map(({ id }) => id)}::text[]) as w (register, id)
      on w.register = r.register and w.id = r.id
    where ${context.demonstration} or not r.demonstration`.execute(transaction);
  return new Map(rows.map((row) => [targetKey(row.register, row.id), namedRecord(context, row)]));
}

export function namedRecord(context: RegistersContext, row: Row): NamedRecord {
  const { register, id, title, state, country, demonstration } = row;
  const states = context.registers.find((each) => each.id === register)?.lifecycle.states ?? [];
  const withdrawn = states.find((each) => each.id === state)?.withdrawn === true;
  return { register, id, title, state, withdrawn, ...(country !== null && { country }), demonstration };
}

/** The record without references to what its reader may not know of. */
export const withoutHidden = (register: RegisterDefinition, data: Data, targets: Targets): Data =>
  filterReferences(register.fields, data, (to, id) => targets.has(targetKey(to, id)));
