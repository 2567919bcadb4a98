/** A row of a table, its cells in the places of their columns; an empty cell is an empty string. */
export interface SourceRow {
  /** Row in the file, from 1, as a spreadsheet program shows it. */
  readonly number: number;
  readonly cells: readonly (string | number)[];
}

/** Stands in the place of a formula of which the file keeps no result; formulas are never computed here. */
export const formulaWithoutResult = '=?';

/** The rows of one table, in portions. */
export type SourceRows = AsyncIterable<readonly SourceRow[]>;
