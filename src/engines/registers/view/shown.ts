import type { Multilingual, Text } from '#kernel/i18n/say.ts';

/** A value as a page draws it: plain data, with every code, reference and place already in words. */
export type Shown =
  | { readonly kind: 'text'; readonly text: Text }
  /** Text of the record in some languages; another one standing in is marked as such. */
  | { readonly kind: 'translated'; readonly text: Multilingual }
  /** Source of the safe Markdown, by language or in none. */
  | { readonly kind: 'rich'; readonly source: string | Multilingual }
  | { readonly kind: 'long'; readonly text: string | Multilingual }
  /** An identifier, number or code: set from left to right in every language. */
  | { readonly kind: 'exact'; readonly text: string; readonly address?: string }
  | { readonly kind: 'number'; readonly value: number; readonly unit?: Text }
  | { readonly kind: 'money'; readonly amount: string; readonly currency: string }
  /** As exact as it is known: a day, a month or a year. */
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'period'; readonly from?: string; readonly to?: string }
  /** By its code, to be named in the reader's language. */
  | { readonly kind: 'language'; readonly code: string; readonly path?: string }
  | { readonly kind: 'code'; readonly label: Text; readonly path?: string }
  | {
      readonly kind: 'record';
      readonly title: Text;
      readonly path?: string;
      readonly withdrawn?: boolean;
      readonly demonstration?: boolean;
      /** It cannot be found, or not by this reader. */
      readonly missing?: boolean;
    }
  | { readonly kind: 'link'; readonly label: string; readonly address: string }
  | {
      readonly kind: 'file';
      readonly name: string;
      /** Without the language. */
      readonly path: string;
      readonly bytes: number;
      readonly type: string;
    }
  | { readonly kind: 'list'; readonly items: readonly Shown[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly { readonly id: string; readonly label: Text }[];
      readonly rows: readonly Readonly<Record<string, Shown>>[];
    };

/** One field of a record's page. */
export interface ShownField {
  readonly id: string;
  readonly label: Text;
  readonly value: Shown;
  /** Who else may read it, where not everyone may. */
  readonly closed?: Text;
}
