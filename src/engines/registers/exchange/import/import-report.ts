import type { Message } from '#kernel/i18n/say.ts';
import type { RowFinding } from '../imported-row.ts';
import type { ColumnMapping } from '../mapping.ts';

export interface RowOutcome {
  readonly row: number;
  readonly outcome: 'new' | 'changed' | 'same' | 'refused';
  /** Of the record; absent where a new one was refused. */
  readonly id?: string;
  /** Names of fields that differ from the record that is there. */
  readonly fields: readonly string[];
  readonly findings: readonly RowFinding[];
}

/** What a file would do, or did. */
export interface ImportReport {
  /** Of the import, by which it is undone; absent for a dry run. */
  readonly id?: string;
  readonly mapping: ColumnMapping;
  readonly unmapped: readonly string[];
  readonly notes: readonly Message[];
  readonly counts: { readonly rows: number } & Readonly<Record<RowOutcome['outcome'], number>>;
  readonly rows: readonly RowOutcome[];
}

export function countOutcomes(rows: readonly RowOutcome[]): ImportReport['counts'] {
  const of = (outcome: RowOutcome['outcome']): number => rows.filter((row) => row.outcome === outcome).length;
  return { rows: rows.length, new: of('new'), changed: of('changed'), same: of('same'), refused: of('refused') };
}
