import type { Language, Text } from '#kernel/i18n/say.ts';
import type { FieldSpec } from '../fields/spec.ts';
import type { Path } from './path.ts';

/** What a cell holds: a value of a kind of field, one part of such a value, or the rows of a group as JSON. */
export type CellKind =
  | 'text'
  | 'number'
  | 'decimal'
  | 'yes-no'
  | 'date'
  | 'country'
  | 'language'
  | 'party-kind'
  | 'code'
  | 'json';

/** A column of a flat file. */
export interface Column {
  /** `name@fr`, `fine.amount`, `head.office`, `contacts.2.office`, `tags`. */
  readonly id: string;
  /** The field of the register that it belongs to. */
  readonly field: string;
  /** Where the value lies in a record; `*` where the cell holds a list. */
  readonly path: Path;
  readonly kind: CellKind;
  /** Headings from the field inwards: “Contacts”, “2”, “Office”. */
  readonly labels: readonly Text[];
  readonly language?: Language;
  /** Of codes, for their labels. */
  readonly spec: FieldSpec;
  /** Rows of the group that have columns of their own: the JSON holds those after them. */
  readonly after?: number;
}
