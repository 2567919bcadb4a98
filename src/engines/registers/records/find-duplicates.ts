import { sql } from 'kysely';
import { authorize } from '#kernel/policy/index.ts';
import { getRegister, type RegistersContext } from '../context.ts';
import { operationsOf } from '../operations.ts';
import { recordOf } from '../store/split-record.ts';
import { indexedFields, valuesOf } from '../store/values-of.ts';
import { visibleRegister } from '../store/visible-fields.ts';
import { namedRecord, type NamedRecord } from './find-targets.ts';
import { countryOf } from './write-change.ts';

/** A record that holds the same in a field where no two should. */
export interface Duplicate extends NamedRecord {
  readonly field: string;
  readonly value: string;
}

/** Records that the writer may know of and that hold the same as `data` in a unique field; a hidden one is as none. */
export async function findDuplicates(
  context: RegistersContext,
  register: string,
  { data, except }: { readonly data: unknown; readonly except?: string },
): Promise<readonly Duplicate[]> {
  const definition = getRegister(context, register);
  const { actor } = context;
  const state =
    countryOf(definition, recordOf(data)) ?? (actor.kind === 'account' ? actor.organization.state : undefined);
  authorize(actor, operationsOf(definition).create, state === undefined ? {} : { state });
  const known = visibleRegister(definition, actor);
  const unique = new Set([...indexedFields(known.fields)].filter(([, spec]) => spec.unique).map(([field]) => field));
  const values = valuesOf(known.fields, recordOf(data)).filter(({ field }) => unique.has(field));
  if (values.length === 0) return [];
  return context.database.as(actor, async (transaction) => {
    const { rows } = await sql<Parameters<typeof namedRecord>[1] & { field: string; value: string }>`
      select distinct r.register, r.id, r.title, r.state, r.country, r.demonstration, v.field, v.value
      from (select register, record, field, value from register_values
        union all select register, record, field, value from register_part_values) v
      join unnest(${values.map(({ field }) => field)}::text[], ${values.map(({ value }) => value)}::text[]) as w (field, value)
        on w.field = v.field and w.value = v.value
      join register_records r on r.register = v.register and r.id = v.record
      where v.register = ${definition.id} and r.id <> ${except ?? ''} and (${context.demonstration} or not r.demonstration)
      order by r.id limit 20`.execute(transaction);
    return rows.map((row) => ({ ...namedRecord(context, row), field: row.field, value: row.value }));
  });
}
