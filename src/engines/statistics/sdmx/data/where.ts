import type { DuckDBValue } from '@duckdb/node-api';
import { say } from '#kernel/i18n/say.ts';
import type { DataStructure } from '../../model/structure.ts';
import type { ComponentFilter, Condition, Key } from '../query/ast.ts';
import { daysOf } from '../query/period.ts';
import { syntaxError } from '../query/refuse.ts';

/** A piece of SQL with the values bound to its question marks, in order. */
export interface Sql {
  readonly text: string;
  readonly values: readonly DuckDBValue[];
}

/** A column name as SQL. */
export function column(id: string): string {
  return `"${id.replaceAll('"', '""')}"`;
}

export function and(parts: readonly Sql[]): Sql {
  return join(parts, ' AND ', 'TRUE');
}

function or(parts: readonly Sql[]): Sql {
  return join(parts, ' OR ', 'FALSE');
}

function join(parts: readonly Sql[], word: string, empty: string): Sql {
  if (parts.length === 0) return { text: empty, values: [] };
  const text = parts.map((part) => `(${part.text})`).join(word);
  return { text, values: parts.flatMap((part) => part.values) };
}

/** Observations that match any of the keys; no key is everything. */
export function keysCondition(structure: DataStructure, keys: readonly Key[], skip?: string): readonly Sql[] {
  if (keys.length === 0) return [];
  return [or(keys.map((key) => and(keyConditions(structure, key, skip))))];
}

/** How many values the keys ask of each dimension that all of them name. */
export function boundBy(structure: DataStructure, keys: readonly Key[]): ReadonlyMap<string, number> {
  return new Map(
    structure.dimensions.flatMap(({ id }, place): [string, number][] => {
      const asked = keys.map((key) => key[place] ?? []);
      const free = asked.length === 0 || asked.some((values) => values.length === 0);
      return free ? [] : [[id, new Set(asked.flat()).size]];
    }),
  );
}

function keyConditions(structure: DataStructure, key: Key, skip: string | undefined): readonly Sql[] {
  if (key.length > structure.dimensions.length) {
    throw syntaxError(
      say('The key has {given} positions, but the dimensions are {dimensions}.', {
        given: key.length,
        dimensions: structure.dimensions.map((dimension) => dimension.id).join('.'),
      }),
    );
  }
  return key.flatMap((values, position) => {
    const id = structure.dimensions[position]?.id;
    if (values.length === 0 || id === undefined || id === skip) return [];
    // An equality lets the database skip row groups by their bounds.
    const test = values.length === 1 ? '= ?' : `IN (${values.map(() => '?').join(', ')})`;
    return [{ text: `${column(id)} ${test}`, values }];
  });
}

/** Observations that pass every component filter. */
export function filterConditions(
  structure: DataStructure,
  filters: readonly ComponentFilter[],
  skip?: string,
): readonly Sql[] {
  return filters
    .filter((filter) => filter.component !== skip)
    .map((filter) =>
      or(filter.alternatives.map((all) => and(all.map((one) => condition(structure, filter.component, one))))),
    );
}

function condition(structure: DataStructure, component: string, given: Condition): Sql {
  if (component === 'TIME_PERIOD') return timeCondition(given);
  if (component === 'OBS_VALUE') return numberCondition(given);
  const known = [...structure.dimensions, ...structure.attributes].some(({ id }) => id === component);
  if (!known) throw syntaxError(say('The data have no component {component}.', { component }));
  return textCondition(column(component), given);
}

function textCondition(name: string, { operator, value }: Condition): Sql {
  const values = [value];
  switch (operator) {
    case 'eq':
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return { text: `${name} ${signs[operator]} ?`, values };
    case 'ne':
      return { text: `${name} IS DISTINCT FROM ?`, values };
    case 'co':
      return { text: `contains(${name}, ?)`, values };
    case 'nc':
      return { text: `NOT coalesce(contains(${name}, ?), FALSE)`, values };
    case 'sw':
      return { text: `starts_with(${name}, ?)`, values };
    case 'ew':
      return { text: `ends_with(${name}, ?)`, values };
  }
}

const signs = { eq: '=', lt: '<', le: '<=', gt: '>', ge: '>=' } as const;

/** Compares whole periods: `le:2020-01` keeps what ends by 31 January 2020, so not the year 2020. */
function timeCondition(given: Condition): Sql {
  const { operator, value } = given;
  if (
    operator === 'co' ||
    operator === 'nc' ||
    operator === 'sw' ||
    operator === 'ew' ||
    operator === 'eq' ||
    operator === 'ne'
  ) {
    return textCondition('"TIME_PERIOD"', given);
  }
  const { start, end } = daysOf(value);
  switch (operator) {
    case 'ge':
      return { text: '"_start" >= CAST(? AS DATE)', values: [start] };
    case 'gt':
      return { text: '"_start" > CAST(? AS DATE)', values: [end] };
    case 'le':
      return { text: '"_end" <= CAST(? AS DATE)', values: [end] };
    case 'lt':
      return { text: '"_end" < CAST(? AS DATE)', values: [start] };
  }
}

function numberCondition({ operator, value }: Condition): Sql {
  const number = Number(value);
  if (!Number.isFinite(number) || value.trim() === '') {
    throw syntaxError(say('Observation values are numbers, and “{value}” is not one.', { value }));
  }
  if (operator === 'co' || operator === 'nc' || operator === 'sw' || operator === 'ew') {
    throw syntaxError(say('The operator {operator} is for text, and observation values are numbers.', { operator }));
  }
  if (operator === 'ne') return { text: '"OBS_VALUE" IS DISTINCT FROM ?', values: [number] };
  return { text: `"OBS_VALUE" ${signs[operator]} ?`, values: [number] };
}
