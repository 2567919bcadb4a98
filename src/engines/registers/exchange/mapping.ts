/** How a heading was understood: by the column's name, by a label in one of the six languages, by likeness, as a person said; or not. */
export type HowMapped = 'id' | 'label' | 'similar' | 'given' | 'record' | 'none';

export interface MappedColumn {
  /** As it stands in the file; '' where a column has values and no heading. */
  readonly heading: string;
  /** Place in the file, from 1. */
  readonly place: number;
  /** Column of the register (`name@fr`), or one of `id`, `state`, `demonstration`, `changed`; absent: not read. */
  readonly to?: string;
  readonly how: HowMapped;
}

/** Which column of a file is which of the register: plain data, to be corrected by a person and kept for the next file like it. */
export interface ColumnMapping {
  /** Of the headings, whatever their case, accents and order of writing: the same for files made alike. */
  readonly fingerprint: string;
  readonly columns: readonly MappedColumn[];
}
