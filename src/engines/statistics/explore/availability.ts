import type { DuckDBValue } from '@duckdb/node-api';
import type { ReleasedFlow, ReleasedStore } from '../model/released.ts';
import { column, conditionOf, relationFor, type Question } from './sql.ts';

/** Observations by dimension and code (and by TIME_PERIOD) that the rest of a choice leaves. */
export type Availability = Readonly<Record<string, ReadonlyMap<string, number>>>;

/** Counts figures by each dimension's codes under a question of its own, which leaves that dimension open: what is absent can be greyed out. */
export async function availabilityOf(
  store: ReleasedStore,
  release: ReleasedFlow,
  questionFor: (dimension: string) => Question,
): Promise<Availability> {
  const ids = [...release.flow.structure.dimensions.map(({ id }) => id), 'TIME_PERIOD'];
  const values: DuckDBValue[] = [];
  const parts = ids.map((id, place) => {
    const question = questionFor(id);
    const condition = conditionOf(question, { without: id, first: values.length + 1 });
    values.push(...condition.values);
    const timeless =
      id !== 'TIME_PERIOD' && [question.period, question.start, question.end].every((end) => end === undefined);
    // Without a time, whole series are counted, where there is a list of them.
    const [counted, from] =
      timeless && release.series !== undefined
        ? ['sum(_values)', release.series]
        : ['count(OBS_VALUE)::DOUBLE', relationFor(release, question, id)];
    return `SELECT ${place} AS place, ${column(id)} AS code, ${counted} AS n FROM ${from} WHERE ${condition.sql} GROUP BY 2`;
  });
  const rows = await store.rows(parts.join(' UNION ALL '), values);
  const found = new Map<string, Map<string, number>>(ids.map((id) => [id, new Map()]));
  for (const { place, code, n } of rows) found.get(ids[Number(place)] ?? '')?.set(String(code), Number(n));
  return Object.fromEntries(found);
}
