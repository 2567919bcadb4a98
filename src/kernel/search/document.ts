import type { Language } from '#kernel/i18n/say.ts';
import type { Audience } from '#kernel/policy/audience.ts';

export type TextByLanguage = Readonly<Partial<Record<Language, string>>>;
export type Weight = 'high' | 'normal' | 'low';

/** A text of a document with a name of its own, so that `name:word` finds it there. */
export interface SearchField {
  readonly text: TextByLanguage | readonly string[];
  /** `high` counts like a title, `normal` like running text. */
  readonly weight?: Weight;
}

/** What can be searched of a document beside its title. */
export interface SearchContent {
  /** Codes and other names by which it is known; searched like the title. */
  readonly names?: readonly string[];
  /** Running text by language. */
  readonly text?: TextByLanguage;
  readonly fields?: Readonly<Record<string, SearchField>>;
  /** Codes to filter and count by: `{ country: ['KEN'], article: ['untoc/18'] }`. */
  readonly facets?: Readonly<Record<string, readonly string[]>>;
  /** Formal references: ECLI, ELI, document symbols, CAS numbers, articles; any usual spelling. */
  readonly identifiers?: readonly string[];
}

/** One thing that can be found: a country page, a dataflow, an indicator, a record. */
export interface SearchDocument extends SearchContent {
  /** Unique over the house: `area/KEN`. */
  readonly id: string;
  /** The record that it comes from, where one record gives several documents; the id unless said otherwise. */
  readonly record?: string;
  /** Facet of the result list: `country`, `dataflow`, `indicator`, `figure` … */
  readonly kind: string;
  /** Path of its page without the language: `/areas/KEN`. */
  readonly path: string;
  readonly audience: Audience;
  /** Title by language; the reader's is shown, else English, else any. All are searched, with the most weight. */
  readonly title: TextByLanguage;
  /** Numbers for ranges and order: `{ year: 2019 }`. */
  readonly numbers?: Readonly<Record<string, number>>;
  /** Dates for ranges and order, `2019`, `2019-05` or `2019-05-31`, or an instant; an incomplete one counts from its beginning. */
  readonly dates?: Readonly<Record<string, string>>;
  /** Parts that only a narrower audience may read, and so find; at most three audiences a document. */
  readonly restricted?: readonly (SearchContent & { readonly audience: Audience })[];
  /** When readers could first see it as it is now (an instant); what alerts call new. */
  readonly published?: string;
  /** Demonstration data is never counted together with real data. */
  readonly demonstration?: boolean;
}

/** A part of the house that can be found. */
export interface SearchSource {
  readonly name: string;
  /** Everything; read at the first start, after `refresh`, and when `version` has changed. */
  documents(): AsyncIterable<SearchDocument> | Iterable<SearchDocument>;
  /**
   * What one record gives now, nothing when it is gone: for sources that say `changed(transaction, name, record)`. A source
   * without it is read again, whole, at each start.
   */
  read?(record: string): Promise<readonly SearchDocument[]>;
  /** Of what `documents` makes of a record; another one than in the kept index has everything read again. */
  readonly version?: string;
}
