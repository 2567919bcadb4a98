import type { Row } from '#kernel/spreadsheet/index.ts';
import type { RegisterDefinition } from '../definition.ts';
import { countKnown, guessMapping, type Heading } from './guess-mapping.ts';

/** Titles, dates and addresses may stand above the headings, but not for ever. */
export const mostRowsAbove = 30;

/** The row with the headings: of the first rows, the one that names most columns, surely or else by likeness; undefined when none names any. */
export function findHeadingRow(register: RegisterDefinition, rows: readonly Row[]): Row | undefined {
  const first = rows.slice(0, mostRowsAbove);
  const similar = (row: Row): number =>
    guessMapping(register, headingsOf(row)).columns.filter(({ to }) => to !== undefined).length;
  return mostNamed(first, (row) => countKnown(register, headingsOf(row))) ?? mostNamed(first.slice(0, 5), similar);
}

function mostNamed(rows: readonly Row[], count: (row: Row) => number): Row | undefined {
  let best: Row | undefined;
  let most = 0;
  for (const row of rows) {
    const named = count(row);
    if (named > most) [best, most] = [row, named];
  }
  return best;
}

export const headingsOf = (row: Row): readonly Heading[] =>
  row.cells.map(({ column, text }) => ({ place: column, text: text.trim().slice(0, 500) }));
