/** How a row stands after reading: a figure (or a stated lack of one), suppressed at the source, or not usable. */
export const stagedKinds = { figure: 0, suppressed: 1, rejected: 2 } as const;
export type StagedKind = (typeof stagedKinds)[keyof typeof stagedKinds];

/** One row as it is staged: codes in the structure's order, undefined where unknown. */
export interface StagedRow {
  readonly row: number;
  readonly kind: StagedKind;
  readonly dimensions: readonly (string | undefined)[];
  readonly period: string | undefined;
  /** NaN: no value. */
  readonly value: number;
  readonly attributes: readonly (string | undefined)[];
  /** The cells as they were, one text a column. */
  readonly cells: readonly (string | number)[];
}
