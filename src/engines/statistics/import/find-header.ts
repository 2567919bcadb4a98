import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { Mapping } from './mapping.ts';
import { columnsOf } from './mapping.ts';
import type { SourceRow } from './source-row.ts';
import { spellingKey } from './spelling.ts';

/** Rows above the header (titles, dates, contact addresses) are looked over, but not for ever. */
export const mostRowsAboveHeader = 50;

export interface Header {
  readonly row: number;
  /** Header texts in the places of their columns. */
  readonly names: readonly string[];
  /** Place of each column that the mapping reads, by any of its accepted names. */
  place(column: string | readonly string[]): number | undefined;
}

/** Finds the header among the first rows: the first that has every column the mapping needs. */
export function findHeader(rows: readonly SourceRow[], mapping: Mapping): Header | undefined {
  for (const { number, cells } of rows) {
    const header = headerOf(number, cells);
    if (needed(mapping).every((names) => header.place(names) !== undefined)) return header;
  }
  return undefined;
}

function headerOf(row: number, cells: SourceRow['cells']): Header {
  const names = cells.map((cell) => String(cell).trim());
  const places = new Map<string, number>();
  names.forEach((name, place) => {
    const key = spellingKey(name);
    if (key !== '' && !places.has(key)) places.set(key, place);
  });
  return {
    row,
    names,
    place: (column) => [column].flat().flatMap((name) => places.get(spellingKey(name)) ?? [])[0],
  };
}

/** Columns for dimensions, period and value; a column for an attribute only may be missing. */
function needed(mapping: Mapping): readonly (readonly string[])[] {
  return columnsOf({ ...mapping, attributes: {}, statuses: [] });
}

/** The refusal when no row is a header: the columns that are missing, and what the likeliest row has instead. */
export function noHeader(rows: readonly SourceRow[], mapping: Mapping): Problem {
  const wanted = needed(mapping);
  let best = headerOf(0, []);
  let most = -1;
  for (const row of rows) {
    const header = headerOf(row.number, row.cells);
    const count = wanted.filter((names) => header.place(names) !== undefined).length;
    if (count > most) [best, most] = [header, count];
  }
  const missing = wanted.filter((names) => best.place(names) === undefined).map((names) => names.join(' or '));
  const details = { missing, found: best.names.filter((name) => name !== ''), row: best.row };
  if (rows.length === 0) {
    return new Problem(
      'invalid',
      say('The file has no rows. It should have a header with the columns {missing}.', { missing: missing.join(', ') }),
      { details },
    );
  }
  return new Problem(
    'invalid',
    say(
      'The column {missing} is missing. The likeliest header, row {row}, has: {found}. Name the columns as the mapping “{mapping}” expects, or choose another mapping.',
      {
        missing: missing.join(', '),
        row: best.row,
        found: details.found.slice(0, 30).join(', ') || '–',
        mapping: mapping.id,
      },
    ),
    { details },
  );
}
