import { sql } from 'kysely';
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
  const counted: [string, readonly FacetCount[]][] = [];
  for (const field of new Set(query.facets ?? [])) {
    const spec = fields.get(field);
    if (spec?.facet !== true) throw notFoundBy(field);
    const { rows } = await sql<{ value: string; count: number }>`
      with chosen as materialized (select r.id from register_records r where ${selection.where(field)})
      ${countsOf(known, field, spec)} order by count desc, value limit ${most}`.execute(transaction);
    counted.push([field, await labelled(transaction, context, spec, rows)]);
  }
  return Object.fromEntries(counted);
}

function countsOf(known: RegisterDefinition, field: string, spec: FieldSpec) {
  const values = sql`${tableOf(spec)} v join chosen on chosen.id = v.record`;
  const mine = sql`v.register = ${known.id} and v.field = ${field}`;
  // By year; an open end goes on until today.
  if (spec.kind === 'date' || spec.kind === 'period')
    return sql`select y::text as value, count(distinct v.record) as count from ${values}
      cross join lateral generate_series(extract(year from coalesce(v.low, v.high))::int,
        least(extract(year from coalesce(v.high, greatest(v.low, current_date)))::int,
          extract(year from coalesce(v.low, v.high))::int + 500)) y
      where ${mine} group by y`;
  if (spec.kind === 'code' && spec.list.terms.some(({ broader }) => broader !== undefined)) {
    const pairs = spec.list.terms.flatMap(({ id }) => withNarrower(spec.list, id).map((below) => [id, below] as const));
    return sql`select w.above as value, count(distinct v.record) as count from ${values}
      join unnest(${pairs.map(([above]) => above)}::text[], ${pairs.map(([, below]) => below)}::text[]) as w (above, below)
        on w.below = v.value
      where ${mine} group by w.above`;
  }
  return sql`select v.value, count(distinct v.record) as count from ${values}
    where ${mine} ${seenTarget(spec)} group by v.value`;
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
