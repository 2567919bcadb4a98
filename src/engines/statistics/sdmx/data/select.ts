import { say } from '#kernel/i18n/say.ts';
import type { DataQuery, Sorting } from '../query/ast.ts';
import { syntaxError } from '../query/refuse.ts';
import type { DataSet } from './data-set.ts';
import type { Layout } from './layout.ts';
import { column, type Sql } from './where.ts';

/**
 * The query that lists a data set's observations, or its series when only keys are asked for. `expressions` are its
 * columns. Relations are sorted by key and period, so plain time series and tables need no sorting.
 */
export function selectObservations(
  set: DataSet,
  query: DataQuery,
  layout: Layout,
  expressions: readonly string[],
): Sql {
  const dimensions = set.flow.structure.dimensions.map(({ id }) => column(id));
  const order = sorting(set, query.sort, layout);
  const windowed = query.first !== undefined || query.last !== undefined;
  const page = `${query.limit === undefined ? '' : ` LIMIT ${query.limit}`}${query.offset === undefined ? '' : ` OFFSET ${query.offset}`}`;
  const where = ` WHERE ${set.where.text}`;
  if (layout.keysOnly) {
    const keys = dimensions.join(', ');
    const by = order ?? dimensions;
    return {
      text: `SELECT ${expressions.join(', ')} FROM (SELECT DISTINCT ${keys} FROM ${set.relation}${where}) ORDER BY ${by.join(', ')}${page}`,
      values: set.where.values,
    };
  }
  const across = layout.atObservation !== 'TIME_PERIOD' && layout.atObservation !== 'AllDimensions';
  const natural = [...dimensions, '"_start"', '"TIME_PERIOD"'];
  const needed = across
    ? [...natural.filter((name) => name !== column(layout.atObservation)), column(layout.atObservation)]
    : natural;
  const by = order ?? (windowed || across ? needed : undefined);
  const firsts = [
    query.first === undefined ? undefined : rank(dimensions, 'ASC', query.first),
    query.last === undefined ? undefined : rank(dimensions, 'DESC', query.last),
  ].filter((part) => part !== undefined);
  return {
    text:
      `SELECT ${expressions.join(', ')} FROM ${set.relation}${where}` +
      `${windowed ? ` QUALIFY ${firsts.join(' OR ')}` : ''}${by === undefined ? '' : ` ORDER BY ${by.join(', ')}`}${page}`,
    values: set.where.values,
  };
}

function rank(dimensions: readonly string[], direction: 'ASC' | 'DESC', most: number): string {
  return `row_number() OVER (PARTITION BY ${dimensions.join(', ')} ORDER BY "_start" ${direction}, "TIME_PERIOD" ${direction}) <= ${most}`;
}

/** ORDER BY terms of the `sort` parameter; series stay together unless the answer is a table. */
function sorting(set: DataSet, sort: readonly Sorting[], layout: Layout): readonly string[] | undefined {
  if (sort.length === 0) return undefined;
  const { dimensions, attributes } = set.flow.structure;
  const keys = dimensions.map(({ id }) => id);
  const known = layout.keysOnly ? keys : [...keys, 'TIME_PERIOD', 'OBS_VALUE', ...attributes.map(({ id }) => id)];
  const terms = sort.flatMap(({ by, descending }) => {
    const ids = by === '*' ? [...keys, ...(layout.keysOnly ? [] : ['TIME_PERIOD'])] : by === 'series_key' ? keys : [by];
    const unknown = ids.find((id) => !known.includes(id));
    if (unknown !== undefined) throw syntaxError(say('The data cannot be sorted by {unknown}.', { unknown }));
    return ids.map((id) => ({ id, term: `${column(id)} ${descending ? 'DESC' : 'ASC'}` }));
  });
  if (layout.atObservation === 'AllDimensions' || layout.keysOnly) return terms.map(({ term }) => term);
  const series = [...keys, 'TIME_PERIOD'].filter((id) => id !== layout.atObservation);
  const first = [
    ...terms.filter(({ id }) => series.includes(id)),
    ...series.filter((id) => !terms.some((term) => term.id === id)).map((id) => ({ id, term: column(id) })),
  ];
  return [...first, ...terms.filter(({ id }) => !series.includes(id))].map(({ term }) => term);
}
