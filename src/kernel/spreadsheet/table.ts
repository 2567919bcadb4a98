import type { Message } from '#kernel/i18n/say.ts';

/** undefined: the cell holds an error, or a formula whose result was never stored. */
export type CellValue = string | number | boolean | Date | undefined;

/** One filled cell. Empty cells are not given. */
export interface Cell {
  /** From 1. */
  readonly row: number;
  /** From 1; 2 is column B. */
  readonly column: number;
  /** As people write it: B7. */
  readonly address: string;
  /** Dates are in UTC. A delimited file holds only text. */
  readonly value: CellValue;
  /** The value as plain text: no number format applied, dates as ISO 8601, TRUE or FALSE, the error's name. */
  readonly text: string;
  /** The value is a result that the sender's program stored; formulas are never computed here. */
  readonly formula: boolean;
  /** #N/A, #DIV/0! … where the cell shows an error. */
  readonly error: string | undefined;
  /** Number format code of the cell's style ('0%', 'yyyy-mm-dd'), where it is not the general one. */
  readonly format: string | undefined;
}

/** One row with at least one filled cell, its cells by column. */
export interface Row {
  /** From 1, as the spreadsheet program shows it; in a delimited file the record's number. */
  readonly number: number;
  /** Line of the file where the record begins; in a workbook the same as `number`. */
  readonly line: number;
  readonly cells: readonly Cell[];
  readonly hidden: boolean;
  /** The cell of a column counted from 1, if it is filled. */
  cell(column: number): Cell | undefined;
}

/** A rectangle of cells, rows and columns from 1, both ends included. */
export interface Range {
  readonly from: { readonly row: number; readonly column: number };
  readonly to: { readonly row: number; readonly column: number };
}

/** Rows in order. Each call reads the sheet anew, in constant memory; faults come as Problems naming sheet and cell. */
export interface Sheet {
  readonly name: string;
  /** Place among the sheets of the file, from 0; sheets that hold only a chart are counted and not given. */
  readonly index: number;
  readonly hidden: 'no' | 'hidden' | 'very-hidden';
  rows(): AsyncGenerator<Row, void, undefined>;
  /** The same rows in the portions in which they are read: faster for bulk work. */
  batches(): AsyncGenerator<readonly Row[], void, undefined>;
  /** Merged cells; reads through the sheet once if no reading of it has finished. */
  merged(): Promise<readonly Range[]>;
}

export interface DefinedName {
  readonly name: string;
  /** As written: Lists!$A$1:$A$9. */
  readonly reference: string;
  /** Index of the only sheet it holds for. */
  readonly sheet: number | undefined;
  readonly hidden: boolean;
}

/** A file of tables: a workbook, or a delimited text file as a workbook of one sheet. */
export interface Workbook extends AsyncDisposable, AsyncIterable<Sheet> {
  readonly kind: 'xlsx' | 'csv';
  readonly name: string;
  readonly sheets: readonly Sheet[];
  readonly definedNames: readonly DefinedName[];
  /** What a person should know about how the file was read, such as an encoding that had to be guessed. */
  readonly notes: readonly Message[];
  /** By name, case ignored; a sheet that is not there is 'not-found' with the names that are. */
  sheet(name: string): Sheet;
  close(): Promise<void>;
}
