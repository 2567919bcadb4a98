import type { DuckDBValue } from '@duckdb/node-api';
import type { ReleasedFlow, ReleasedStore } from '../model/released.ts';
import { columnsOf, figureOf, type Figure } from './observations.ts';
import { parameterOf } from './address.ts';
import { column } from './sql.ts';

/** Figures that an address names, by `KEY=A.KEN…` or by single dimensions, with TIME_PERIOD; a few at most. */
export async function findFigures(
  store: ReleasedStore,
  { flow: { structure }, relation }: ReleasedFlow,
  query: URLSearchParams,
  limit = 20,
): Promise<readonly Figure[]> {
  const key = query.get('KEY')?.split('.');
  const { dimensions } = structure;
  if (key !== undefined && key.length !== dimensions.length) return [];
  const values: DuckDBValue[] = [];
  const named = [...dimensions.map(({ id }) => id), 'TIME_PERIOD'].flatMap((id, place) => {
    const value = key?.[place] ?? query.get(id === 'TIME_PERIOD' ? id : parameterOf(id));
    return value === null || value === '' ? [] : [`${column(id)} = $${values.push(value)}`];
  });
  if (named.length === 0) return [];
  const rows = await store.rows(
    `SELECT ${columnsOf(structure)} FROM ${relation} WHERE ${named.join(' AND ')} ORDER BY ALL LIMIT ${Math.trunc(limit)}`,
    values,
  );
  return rows.map((row) => figureOf(structure, row));
}

/** The same figure in each release that the reader may see, oldest first; undefined where it is not in it. */
export async function historyOf(
  store: ReleasedStore,
  releases: readonly ReleasedFlow[],
  { key, period }: Figure,
): Promise<readonly { release: ReleasedFlow; figure: Figure | undefined }[]> {
  const query = new URLSearchParams({ KEY: Object.values(key).join('.'), TIME_PERIOD: period });
  return Promise.all(
    releases.map(async (release) => {
      // An earlier structure may lack a dimension of today; the figure is then not the same one.
      const same = Object.keys(key).join('.') === release.flow.structure.dimensions.map(({ id }) => id).join('.');
      const [figure] = same ? await findFigures(store, release, query, 1) : [];
      return { release, figure };
    }),
  );
}
