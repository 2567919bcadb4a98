import { sql, type RawBuilder } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import type { Text } from '#kernel/i18n/say.ts';
import type { RegistersContext } from '../context.ts';
import type { RegisterDefinition } from '../definition.ts';
import { withNarrower } from '../fields/code-list.ts';
import type { FieldSpec } from '../fields/spec.ts';
import { findNamed, targetKey } from '../records/find-targets.ts';
import { indexedFields } from '../store/values-of.ts';
import type { RecordQuery } from './query.ts';
import { notFoundBy, type Selection } from './selection.ts';
import { seenTarget, tableOf } from './value-condition.ts';

export interface FacetCount {
  readonly value: string;
  /** Of a code its label, of a reference the title of its record; else the value, which the page knows how to name. */
  readonly label: Text;
  readonly count: number;
}

/** Values of one field that are given, the most frequent first; all codes of a list and all States fit. */
const most = 300;

/** How many of the selected records have which value, by field; each record once. Problem `invalid` for a field without counts. */
export async function countFacets(
  transaction: Handle,
  context: RegistersContext,
  known: RegisterDefinition,
  query: RecordQuery,
  selection: Selection,
): Promise<Readonly<Record<string, readonly FacetCount[]>>> {
  const fields = indexedFields(known.fields);
  const wanted = [...new Set(query.facets ?? [])].map((field) => {
    const spec = fields.get(field);
    if (spec?.facet !== true) throw notFoundBy(field);
    return { field, spec };
  });
  const isChosen = ({ field }: Wanted): boolean => (query.filters?.[field] ?? []).length > 0;
  // Those without a choice of their own are counted together, over one selection.
  const together = wanted.filter((each) => !isChosen(each));
  const groups = [together, ...wanted.filter(isChosen).map((each) => [each])].filter(({ length }) => length > 0);
  const counts = new Map<string, Counted[]>();
  for (const group of groups)
    for (const row of await countGroup(transaction, known, group, selection))
      counts.set(row.field, [...(counts.get(row.field) ?? []), row]);
  const all: [string, readonly FacetCount[]][] = [];
  for (const { field, spec } of wanted)
    all.push([field, await labelled(transaction, context, spec, counts.get(field) ?? [])]);
  return Object.fromEntries(all);
}

interface Wanted {
  readonly field: string;
  readonly spec: FieldSpec;
}
interface Counted {
  readonly field: string;
  readonly value: string;
  readonly count: number;
}

async function countGroup(
  transaction: Handle,
  known: RegisterDefinition,
  group: readonly Wanted[],
  selection: Selection,
): Promise<readonly Counted[]> {
  const chosen = selection.where(group.length === 1 ? group[0]?.field : undefined);
  const each = group.map(
    ({ field, spec }) =>
      sql`(select ${field} as field, c.value, c.count from (${countsOf(known, field, spec)}) c order by c.count desc, c.value limit ${most})`,
  );
  const { rows } = await sql<Counted>`
    with chosen as materialized (select r.id from register_records r where ${chosen})
    ${sql.join(each, sql` union all `)}`.execute(transaction);
  return rows;
}

/** Rows `value, count`; each record once for a value. */
function countsOf(known: RegisterDefinition, field: string, spec: FieldSpec) {
  const values = sql`${tableOf(spec)} v join chosen on chosen.id = v.record`;
  const mine = sql`v.register = ${known.id} and v.field = ${field}`;
  // Distinct pairs are counted, which the database hashes; count(distinct …) would sort.
  const once = (value: RawBuilder<unknown>, joined: RawBuilder<unknown>) =>
    sql`select value, count(*) as count from (select distinct ${value} as value, v.record from ${values} ${joined} where ${mine}) d
      group by value`;
  if (spec.kind === 'date') {
    const year = sql`extract(year from v.low)::int::text`;
    if (spec.many || field.includes('.')) return once(year, sql``);
    return sql`select ${year} as value, count(*) as count from ${values} where ${mine} group by 1`;
  }
  // By year; an open end goes on until today.
  if (spec.kind === 'period')
    return once(
      sql`y::text`,
      sql`cross join lateral generate_series(extract(year from coalesce(v.low, v.high))::int,
        least(extract(year from coalesce(v.high, greatest(v.low, current_date)))::int,
          extract(year from coalesce(v.low, v.high))::int + 500)) y`,
    );
  if (spec.kind === 'code' && spec.list.terms.some(({ broader }) => broader !== undefined)) {
    const pairs = spec.list.terms.flatMap(({ id }) => withNarrower(spec.list, id).map((below) => [id, below] as const));
    return once(
      sql`w.above`,
      sql`join unnest(${pairs.map(([above]) => above)}::text[], ${pairs.map(([, below]) => below)}::text[]) as w (above, below)
        on w.below = v.value`,
    );
  }
  return sql`select v.value, count(*) as count from ${values} where ${mine} ${seenTarget(spec)} group by v.value`;
}

async function labelled(
  transaction: Handle,
  context: RegistersContext,
  spec: FieldSpec,
  rows: readonly { readonly value: string; readonly count: number }[],
): Promise<readonly FacetCount[]> {
  if (spec.kind === 'code') {
    const labels = new Map(spec.list.terms.map(({ id, label }) => [id, label]));
    return rows.map(({ value, count }) => ({ value, label: labels.get(value) ?? value, count }));
  }
  if (spec.kind !== 'reference') return rows.map(({ value, count }) => ({ value, label: value, count }));
  const named = await findNamed(
    transaction,
    context,
    rows.map(({ value }) => ({ register: spec.register, id: value })),
  );
  return rows.flatMap(({ value, count }) => {
    const target = named.get(targetKey(spec.register, value));
    return target === undefined ? [] : [{ value, label: target.title === '' ? value : target.title, count }];
  });
}
