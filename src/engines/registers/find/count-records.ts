import { sql } from 'kysely';
import type { RegistersContext } from '../context.ts';

/** Records that stand, real and invented ones apart. */
export interface RecordCount {
  readonly records: number;
  readonly demonstration: number;
}

/** How many records each register shows the actor; `country` narrows it to those that name the State in any field. Registers without any are absent. */
export function countRecords(
  context: RegistersContext,
  { country }: { readonly country?: string } = {},
): Promise<ReadonlyMap<string, RecordCount>> {
  const standing = context.registers.flatMap(({ id, lifecycle }) =>
    lifecycle.states.flatMap((state) =>
      state.shown === 'readers' && state.withdrawn !== true ? [[id, state.id] as const] : [],
    ),
  );
  const places = context.registers.flatMap(({ id, fields }) =>
    Object.entries(fields).flatMap(([field, spec]) =>
      spec.kind === 'country' && spec.facet ? [[id, field] as const] : [],
    ),
  );
  return context.database.as(context.actor, async (transaction) => {
    const named =
      country === undefined
        ? sql`true`
        : sql`exists (select from register_values v where v.register = r.register and v.record = r.id and v.value = ${country}
            and (v.register, v.field) in (select * from unnest(${places.map(([id]) => id)}::text[], ${places.map(([, field]) => field)}::text[])))`;
    const { rows } = await sql<{ register: string; records: number; demonstration: number }>`
      select r.register, count(*) filter (where not r.demonstration) as records,
        count(*) filter (where r.demonstration and ${context.demonstration}) as demonstration
      from register_records r
      where (r.register, r.state) in (select * from unnest(${standing.map(([id]) => id)}::text[], ${standing.map(([, state]) => state)}::text[]))
        and ${named}
      group by r.register`.execute(transaction);
    return new Map(
      rows
        .filter(({ records, demonstration }) => records + demonstration > 0)
        .map(({ register, records, demonstration }) => [register, { records, demonstration }]),
    );
  });
}
