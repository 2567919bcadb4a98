import type { Text } from '#kernel/i18n/say.ts';
import type { Audience } from '#kernel/policy/index.ts';
import type { CodeList } from './code-list.ts';

/** Who may read a field: an audience, or those of the State that the record is about. */
export type FieldAudience = Audience | 'own-state';

/** Identifiers with a form that can be checked. */
export type IdentifierForm = 'ecli' | 'eli' | 'cas' | 'inchikey' | 'un-symbol' | 'doi' | 'isbn' | 'iso-country' | 'uri';

interface Common {
  readonly label: Text;
  /** One sentence under the label in forms: what is meant, in which form. */
  readonly help?: Text;
  /** Must be filled before a record leaves its first state. */
  readonly required: boolean;
  /** Holds a list. */
  readonly many: boolean;
  /** Can be filtered by, with counts. */
  readonly facet: boolean;
  /** Can be sorted by. */
  readonly sort: boolean;
  /** A column of the list. */
  readonly column: boolean;
  /** Searched as full text, with this weight. */
  readonly search?: 'high' | 'normal' | 'low';
  /** Closed to everyone else, wherever it could show: page, list, count, facet, history, export, feed. */
  readonly audience?: FieldAudience;
  /** Two records of the register never hold the same. */
  readonly unique: boolean;
}

export type Specific =
  | { readonly kind: 'text'; readonly translatable: boolean; readonly long: boolean; readonly longest: number }
  /** Safe subset of Markdown: paragraphs, headings, lists, quotations, emphasis, links. */
  | { readonly kind: 'rich'; readonly translatable: boolean; readonly longest: number }
  | { readonly kind: 'number'; readonly least?: number; readonly most?: number; readonly decimals: number }
  | { readonly kind: 'quantity'; readonly units: readonly string[] }
  | { readonly kind: 'money' }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'date' }
  | { readonly kind: 'period' }
  | { readonly kind: 'code'; readonly list: CodeList }
  /** Id of a record of another register. */
  | { readonly kind: 'reference'; readonly register: string; readonly relation: string; readonly inverse: Text }
  | { readonly kind: 'party' }
  /** ISO 3166-1 alpha-3 of a State or area; with `subNational`, also the areas below it of `reference/areas`. */
  | { readonly kind: 'country'; readonly subNational: boolean }
  | { readonly kind: 'point' }
  | { readonly kind: 'file'; readonly types: readonly string[]; readonly largest: number }
  | { readonly kind: 'link' }
  | { readonly kind: 'language' }
  | { readonly kind: 'identifier'; readonly form: IdentifierForm }
  | { readonly kind: 'group'; readonly fields: Readonly<Record<string, FieldSpec>> };

/** All that the engine knows of a field: storage, check, form, list, facet, search, page, export and API follow from it. */
export type FieldSpec = Common & Specific;
export type FieldKind = Specific['kind'];
