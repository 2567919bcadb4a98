import type { ZipLimits } from '#kernel/zip/index.ts';
import { mostColumns, mostRows } from './address.ts';

/** Bounds on a table from outside; each refusal names the sheet, the cell and the bound. */
export interface TableLimits {
  /** Number of the last filled row. */
  readonly rows: number;
  /** Number of the last filled column. */
  readonly columns: number;
  /** Filled cells of one sheet. */
  readonly cells: number;
  /** Characters in one cell; spreadsheet programs hold 32,767. */
  readonly cellCharacters: number;
}

export interface WorkbookLimits extends TableLimits {
  readonly sheets: number;
  /** Different texts in the workbook's common list. */
  readonly sharedTexts: number;
  /** Characters of that list kept in memory; what goes beyond is kept in a temporary file. */
  readonly sharedTextMemory: number;
  readonly zip: Partial<ZipLimits>;
}

export const defaultTableLimits: TableLimits = {
  rows: mostRows,
  columns: mostColumns,
  cells: 50_000_000,
  cellCharacters: 100_000,
};

export const defaultWorkbookLimits: WorkbookLimits = {
  ...defaultTableLimits,
  sheets: 1_000,
  sharedTexts: 5_000_000,
  sharedTextMemory: 32 * 1024 * 1024,
  zip: {},
};
