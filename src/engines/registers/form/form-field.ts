import type { Language, Text } from '#kernel/i18n/say.ts';

export interface FormChoice {
  readonly value: string;
  /** Absent for a language, which the page names by its code. */
  readonly label?: Text;
  /** How deep it lies under its broader ones. */
  readonly depth: number;
}

/** One input of a record's form, filled in; names are paths into the record (`contacts.1.office`, `name.fr`). */
export interface FormField {
  readonly path: string;
  readonly label: Text;
  readonly help?: Text;
  readonly required: boolean;
  /** Who else may read it, where not everyone may. */
  readonly closed?: Text;
  readonly errors: readonly Text[];
  readonly input: FormInput;
}

export type FormInput =
  | {
      readonly type: 'line';
      readonly value: string;
      readonly as: 'text' | 'number' | 'url' | 'email';
      readonly width?: number;
    }
  | { readonly type: 'paragraphs'; readonly value: string; readonly markdown: boolean }
  /** One line or box for each language. */
  | {
      readonly type: 'languages';
      readonly long: boolean;
      readonly markdown: boolean;
      readonly values: Readonly<Partial<Record<Language, string>>>;
    }
  | { readonly type: 'one-of'; readonly chosen: string; readonly choices: readonly FormChoice[] }
  | { readonly type: 'some-of'; readonly chosen: readonly string[]; readonly choices: readonly FormChoice[] }
  | { readonly type: 'yes-no'; readonly value: 'yes' | 'no' | '' }
  /** Inputs beside each other that make one value. */
  | { readonly type: 'parts'; readonly parts: readonly FormField[] }
  /** Several values, each a row; empty rows are left out when it is read. */
  | { readonly type: 'rows'; readonly rows: readonly (readonly FormField[])[] }
  /** A record of another register: its id is kept, its title shown. */
  | { readonly type: 'record'; readonly register: string; readonly value: string; readonly title?: Text }
  | {
      readonly type: 'file';
      readonly kept?: { readonly name: string; readonly value: string };
      readonly accept: string;
    };
