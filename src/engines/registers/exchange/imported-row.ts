import type { Message } from '#kernel/i18n/say.ts';
import type { RecordFinding } from '../definition.ts';
import type { Column } from './column.ts';
import type { ColumnMapping } from './mapping.ts';

export interface RowFinding extends RecordFinding {
  /** As people write it: B7. Absent where the fault is in no single cell. */
  readonly cell?: string;
}

/** One row of a file, as it would be kept. */
export interface ImportedRow {
  /** As the spreadsheet program counts, or the place of the record in a JSON file, from 1. */
  readonly row: number;
  /** Record that the row says it is. */
  readonly id?: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** What the file has a say on: all else of a record that is there stays as it is. */
  readonly columns: readonly Pick<Column, 'path'>[];
  readonly findings: readonly RowFinding[];
}

/** The mapping that a person gave for files with these headings before. */
export type RememberedMapping = (fingerprint: string) => Promise<ColumnMapping | undefined>;

/** A file that can be read row by row, as often as needed. */
export interface OpenedImport {
  readonly kind: 'xlsx' | 'csv' | 'json';
  /** Of files with headings. */
  readonly mapping: ColumnMapping;
  /** Columns of the file that are not read, by heading, or by letter where there is none. */
  readonly unmapped: readonly string[];
  /** What a person should know of how the file was read. */
  readonly notes: readonly Message[];
  rows(): AsyncGenerator<ImportedRow, void, undefined>;
  close(): Promise<void>;
}
