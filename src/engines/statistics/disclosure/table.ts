/** A count in a published table. `value` undefined: nothing is published there anyway, and nothing is known. */
export interface Cell {
  readonly id: string;
  readonly value: number | undefined;
  /** `shown`: published before with this value, so hiding it helps nobody. `closed`: not published, though somebody knows it. */
  readonly fixed?: 'shown' | 'closed';
}

/** `total` is the sum of `parts`, all ids of cells of the table. */
export interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
}

export interface CountTable {
  readonly cells: readonly Cell[];
  readonly sums: readonly Sum[];
}

/** Why a cell is not shown: it is small itself, or it would give a small one away. */
export type Suppression = 'primary' | 'secondary';
