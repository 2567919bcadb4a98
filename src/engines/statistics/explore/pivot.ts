import type { DuckDBValue } from '@duckdb/node-api';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/index.ts';
import type { ReleasedStore } from '../model/released.ts';
import type { Names } from './names.ts';
import { loadFigures, type Figure } from './observations.ts';
import type { Resolved } from './resolve.ts';
import { areaDimension } from './roles.ts';
import { column, conditionOf, relationFor, type Condition } from './sql.ts';

/** A page of figures with dimensions down and across. Each figure of the choice stands in exactly one cell of one page. */
export interface Pivot {
  readonly down: readonly string[];
  readonly across: readonly string[];
  /** Codes of the dimensions across, a column each. */
  readonly columns: readonly (readonly string[])[];
  readonly rows: readonly { readonly codes: readonly string[]; readonly cells: readonly (Figure | undefined)[] }[];
  readonly rowCount: number;
  readonly columnCount: number;
  readonly page: number;
  readonly columnPage: number;
}

export const rowsAPage = 50;
export const columnsAPage = 24;
const mostKeys = 200_000;
const time = 'TIME_PERIOD';

/** Which dimensions go down and across: as asked for, and every other one that varies down as well, so that no two figures share a cell. */
export function layOut({ release, codes, period, state }: Resolved): {
  down: readonly string[];
  across: readonly string[];
} {
  const { structure } = release.flow;
  const ids = structure.dimensions.map(({ id }) => id);
  const varying = [
    ...ids.filter((id) => codes[id] === 'all' || (codes[id]?.length ?? 0) > 1),
    ...(period === undefined ? [time] : []),
  ];
  const area = areaDimension(structure)?.id;
  const asked = state.rows ?? [];
  const across = state.columns?.filter((id) => !asked.includes(id)) ?? defaultAcross(varying, asked, area);
  const rest = varying.filter((id) => !asked.includes(id) && !across.includes(id));
  const first = rest.filter((id) => id === area);
  return { down: [...asked, ...first, ...rest.filter((id) => id !== area)], across };
}

function defaultAcross(
  varying: readonly string[],
  asked: readonly string[],
  area: string | undefined,
): readonly string[] {
  if (varying.includes(time) && !asked.includes(time)) return [time];
  const other = varying.find((id) => id !== area && !asked.includes(id));
  return other === undefined || varying.length < 2 ? [] : [other];
}

/** Reads one page of the table; keys are ordered by the names of the visitor's language, or by what is asked. More than 200,000 rows are a Problem (too-large). */
export async function makePivot(store: ReleasedStore, resolved: Resolved, names: Names): Promise<Pivot> {
  const { release, state } = resolved;
  const { down, across } = layOut(resolved);
  const order = orderOf(resolved, names);
  const allColumns = (await keysOf(store, resolved, across)).toSorted(by(across, order));
  const keys = (await keysOf(store, resolved, down)).toSorted(by(down, order));
  const allRows = await sorted(store, resolved, { down, across, order, rows: keys });
  const page = Math.min(state.page, Math.max(1, Math.ceil(allRows.length / rowsAPage)));
  const columnPage = Math.min(state.across, Math.max(1, Math.ceil(allColumns.length / columnsAPage)));
  const rows = allRows.slice((page - 1) * rowsAPage, page * rowsAPage);
  const columns = allColumns.slice((columnPage - 1) * columnsAPage, columnPage * columnsAPage);
  const figures =
    rows.length === 0
      ? []
      : await loadFigures(store, release, resolved.question, rows.length * Math.max(1, columns.length), (first) => {
          const inRows = among(down, rows, first);
          const inColumns = among(across, columns, first + inRows.values.length);
          return { sql: `${inRows.sql} AND ${inColumns.sql}`, values: [...inRows.values, ...inColumns.values] };
        });
  const cells = new Map(figures.map((figure) => [keyOf(figure, [...down, ...across]), figure]));
  return {
    down,
    across,
    columns,
    rows: rows.map((codes) => ({ codes, cells: columns.map((one) => cells.get([...codes, ...one].join('\n'))) })),
    rowCount: allRows.length,
    columnCount: allColumns.length,
    page,
    columnPage,
  };
}

type Order = (id: string) => (one: string, other: string) => number;

function orderOf({ facts }: Resolved, names: Names): Order {
  const places = new Map(facts.periods.map(({ id }, place) => [id, place]));
  return (id) => (id === time ? (one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0) : names.compare(id));
}

function by(ids: readonly string[], order: Order): (one: readonly string[], other: readonly string[]) => number {
  const compare = ids.map((id) => order(id));
  return (one, other) => {
    for (const [place, each] of compare.entries()) {
      const way = each(one[place] ?? '', other[place] ?? '');
      if (way !== 0) return way;
    }
    return one.join('\n') < other.join('\n') ? -1 : 1;
  };
}

/** Every combination of codes of some dimensions in the choice; one empty one where there are figures but no dimension. */
async function keysOf(
  store: ReleasedStore,
  { release, question }: Resolved,
  ids: readonly string[],
): Promise<readonly (readonly string[])[]> {
  const { sql, values } = conditionOf(question);
  if (ids.length === 0) {
    const some = await store.rows(`SELECT 1 FROM ${relationFor(release, question)} WHERE ${sql} LIMIT 1`, values);
    return some.map(() => []);
  }
  const list = ids.map(column).join(', ');
  const rows = await store.rows(
    `SELECT DISTINCT ${list} FROM ${relationFor(release, question)} WHERE ${sql} LIMIT ${mostKeys + 1}`,
    values,
  );
  if (rows.length > mostKeys) {
    throw new Problem(
      'too-large',
      say(
        'This table would have more than {most} rows. Choose fewer codes or a shorter time, or download the whole release.',
        {
          most: mostKeys,
        },
      ),
    );
  }
  return rows.map((row) => ids.map((id) => String(row[id])));
}

function among(ids: readonly string[], keys: readonly (readonly string[])[], first: number): Condition {
  if (ids.length === 0) return { sql: 'true', values: [] };
  const values: DuckDBValue[] = keys.flat();
  const tuples = keys.map((_, row) => `(${ids.map((__, place) => `$${first + row * ids.length + place}`).join(', ')})`);
  return { sql: `(${ids.map(column).join(', ')}) IN (${tuples.join(', ')})`, values };
}

interface Sortable {
  readonly down: readonly string[];
  readonly across: readonly string[];
  readonly order: Order;
  readonly rows: readonly (readonly string[])[];
}

/** The rows as `sort` asks: by a dimension, or by the figures of a column, rows without one last. What cannot be meant changes nothing. */
async function sorted(
  store: ReleasedStore,
  { release, question, state }: Resolved,
  { down, across, order, rows }: Sortable,
) {
  const { sort } = state;
  if (sort === undefined) return rows;
  const sign = sort.startsWith('-') ? -1 : 1;
  const what = sort.replace(/^-/, '');
  if (!what.startsWith('=')) {
    const place = down.indexOf(what);
    if (place < 0) return rows;
    const compare = order(what);
    return rows.toSorted((one, other) => sign * compare(one[place] ?? '', other[place] ?? ''));
  }
  const codes = what.slice(1).split('.');
  if (codes.length !== across.length && across.length > 0) return rows;
  const { sql, values } = conditionOf(question);
  const wanted = among(across, across.length === 0 ? [] : [codes], values.length + 1);
  const found = await store.rows(
    `SELECT ${[...down.map(column), 'OBS_VALUE'].join(', ')} FROM ${relationFor(release, question)} WHERE ${sql} AND ${wanted.sql} AND OBS_VALUE IS NOT NULL`,
    [...values, ...wanted.values],
  );
  const figures = new Map(found.map((row) => [down.map((id) => String(row[id])).join('\n'), Number(row['OBS_VALUE'])]));
  return rows.toSorted((one, other) => {
    const [a, b] = [figures.get(one.join('\n')), figures.get(other.join('\n'))];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return sign * (a - b);
  });
}

function keyOf(figure: Figure, ids: readonly string[]): string {
  return ids.map((id) => (id === time ? figure.period : figure.key[id])).join('\n');
}
