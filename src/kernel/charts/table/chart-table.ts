import type { PointStatus } from '../input.ts';

export interface ChartColumn {
  readonly id: string;
  readonly label: string;
  readonly kind: 'text' | 'period' | 'number';
  readonly unit?: string;
  readonly decimals?: number;
}

/** `value` is the figure as it is, `text` the figure as it reads in the drawing's language ('' when there is none). */
export interface ChartCell {
  readonly value: string | number | null;
  readonly text: string;
  readonly status?: PointStatus;
  readonly note?: string;
  readonly finding?: string;
}

/** What a drawing shows, cell by cell: every row has one cell for each column, in their order. */
export interface ChartTable {
  readonly caption: string;
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly (readonly ChartCell[])[];
  readonly notes: readonly string[];
}
