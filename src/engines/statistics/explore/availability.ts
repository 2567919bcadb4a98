import type { DuckDBValue } from '@duckdb/node-api';
import type { ReleasedFlow, ReleasedStore } from '../model/released.ts';
import { column, conditionOf, type Question } from './sql.ts';

/** Observations by dimension and code (and by TIME_PERIOD) that the rest of a choice leaves. */
export type Availability = Readonly<Record<string, ReadonlyMap<string, number>>>;

/** Counts, for each dimension, what there would be if only its own choice were another: what is 0 or absent can be greyed out. */
export async function availabilityOf(
  store: ReleasedStore,
  { flow, relation }: ReleasedFlow,
  question: Question,
): Promise<Availability> {
  const ids = [...flow.structure.dimensions.map(({ id }) => id), 'TIME_PERIOD'];
  const values: DuckDBValue[] = [];
  const parts = ids.map((id, place) => {
    const condition = conditionOf(question, { without: id, first: values.length + 1 });
    values.push(...condition.values);
    return `SELECT ${place} AS place, ${column(id)} AS code, count(OBS_VALUE)::DOUBLE AS n FROM ${relation} WHERE ${condition.sql} GROUP BY 2`;
  });
  const rows = await store.rows(parts.join(' UNION ALL '), values);
  const found = new Map<string, Map<string, number>>(ids.map((id) => [id, new Map()]));
  for (const { place, code, n } of rows) found.get(ids[Number(place)] ?? '')?.set(String(code), Number(n));
  return Object.fromEntries(found);
}
