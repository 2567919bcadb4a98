import type { DuckDBValue } from '@duckdb/node-api';
import type { DataStructure } from '../model/structure.ts';
import type { ReleasedFlow, ReleasedStore } from '../model/released.ts';
import { column, conditionOf, relationFor, type Condition, type Question } from './sql.ts';

/** One figure as a release has it. */
export interface Figure {
  /** Codes by dimension. */
  readonly key: Readonly<Record<string, string>>;
  readonly period: string;
  readonly value: number | null;
  readonly attributes: Readonly<Record<string, string>>;
  /** Release that first published this value. */
  readonly since: number;
  readonly batch: string;
  readonly row: number;
}

type Row = Readonly<Record<string, DuckDBValue>>;

/** Columns of a figure, in the order in which files show them. */
export function columnsOf({ dimensions, attributes }: DataStructure): string {
  return [
    ...dimensions.map(({ id }) => column(id)),
    'TIME_PERIOD',
    'OBS_VALUE',
    ...attributes.map(({ id }) => column(id)),
  ]
    .concat('_since', '_batch', '_row')
    .join(', ');
}

export function figureOf({ dimensions, attributes }: DataStructure, row: Row): Figure {
  const value = row['OBS_VALUE'];
  return {
    key: Object.fromEntries(dimensions.map(({ id }) => [id, String(row[id])])),
    period: String(row['TIME_PERIOD']),
    value: typeof value === 'number' && Number.isFinite(value) ? value : null,
    attributes: Object.fromEntries(
      attributes.flatMap(({ id }) => {
        const text = row[id];
        return text === null || text === undefined || text === '' ? [] : [[id, String(text)]];
      }),
    ),
    since: Number(row['_since']),
    batch: String(row['_batch']),
    row: Number(row['_row']),
  };
}

function orderOf({ dimensions }: DataStructure): string {
  return [...dimensions.map(({ id }) => column(id)), '_start', '_end', 'TIME_PERIOD'].join(', ');
}

export async function countFigures(store: ReleasedStore, release: ReleasedFlow, question: Question): Promise<number> {
  const { sql, values } = conditionOf(question);
  const [row] = await store.rows(
    `SELECT count(*)::DOUBLE AS n FROM ${relationFor(release, question)} WHERE ${sql}`,
    values,
  );
  return Number(row?.['n'] ?? 0);
}

/** The first and the last period of a question's figures. */
export async function spanOfQuestion(
  store: ReleasedStore,
  release: ReleasedFlow,
  question: Question,
): Promise<readonly [string, string] | undefined> {
  const { sql, values } = conditionOf(question);
  const [row] = await store.rows(
    `SELECT arg_min(TIME_PERIOD, _start) AS first, arg_max(TIME_PERIOD, _end) AS last FROM ${relationFor(release, question)} WHERE ${sql}`,
    values,
  );
  const [first, last] = [row?.['first'], row?.['last']];
  return typeof first === 'string' && typeof last === 'string' ? [first, last] : undefined;
}

/** The figures that answer a question, by key and time; at most `limit`. `and` narrows it further; its values are numbered after the question's. */
export async function loadFigures(
  store: ReleasedStore,
  release: ReleasedFlow,
  question: Question,
  limit: number,
  and?: (first: number) => Condition,
): Promise<readonly Figure[]> {
  const { structure } = release.flow;
  const { sql, values } = conditionOf(question);
  const further = and?.(values.length + 1) ?? { sql: 'true', values: [] };
  const rows = await store.rows(
    `SELECT ${columnsOf(structure)} FROM ${relationFor(release, question)} WHERE ${sql} AND ${further.sql} ORDER BY ${orderOf(structure)} LIMIT ${Math.trunc(limit)}`,
    [...values, ...further.values],
  );
  return rows.map((row) => figureOf(structure, row));
}

/** The same without limit, a portion at a time, in constant memory. */
export async function* streamFigures(
  store: ReleasedStore,
  release: ReleasedFlow,
  question: Question,
): AsyncGenerator<readonly Figure[]> {
  const { structure } = release.flow;
  const { sql, values } = conditionOf(question);
  const names = [
    ...structure.dimensions.map(({ id }) => id),
    'TIME_PERIOD',
    'OBS_VALUE',
    ...structure.attributes.map(({ id }) => id),
  ].concat('_since', '_batch', '_row');
  const chunks = store.stream(
    `SELECT ${columnsOf(structure)} FROM ${relationFor(release, question)} WHERE ${sql} ORDER BY ${orderOf(structure)}`,
    values,
  );
  for await (const chunk of chunks) {
    const columns = names.map((name, place) => [name, chunk.getColumnValues(place)] as const);
    yield Array.from({ length: chunk.rowCount }, (_, at) =>
      figureOf(structure, Object.fromEntries(columns.map(([name, cells]) => [name, cells[at] ?? null]))),
    );
  }
}
