import type { Language } from '#kernel/i18n/say.ts';
import type { Audience } from '#kernel/policy/audience.ts';

/** One thing that can be found: a country page, a dataflow, an indicator, a record. */
export interface SearchDocument {
  /** Unique over the house: `area/KEN`. */
  readonly id: string;
  /** Facet of the result list: `country`, `dataflow`, `indicator`, `figure` … */
  readonly kind: string;
  /** Path of its page without the language: `/areas/KEN`. */
  readonly path: string;
  readonly audience: Audience;
  /** Title by language; the reader's is shown, else English, else any. All are searched, with the most weight. */
  readonly title: Readonly<Partial<Record<Language, string>>>;
  /** Codes and other names by which it is known; searched like the title. */
  readonly names?: readonly string[];
  /** Running text by language. */
  readonly text?: Readonly<Partial<Record<Language, string>>>;
  /** Demonstration data is never counted together with real data. */
  readonly demonstration?: boolean;
}

/** An engine's part of the index; read again, whole, when the engine says that something has changed. */
export interface SearchSource {
  readonly name: string;
  documents(): AsyncIterable<SearchDocument> | Iterable<SearchDocument>;
}

export interface SearchQuery {
  readonly text: string;
  readonly language: Language;
  /** Audiences whose documents may be seen, or all. */
  readonly audiences: readonly Audience[] | 'all';
  readonly kind?: string;
  /** Whether matches among the demonstration data are wanted too; they come apart. */
  readonly demonstration: boolean;
  readonly page: number;
  readonly size: number;
}

export interface SearchHit {
  readonly id: string;
  readonly kind: string;
  readonly path: string;
  readonly title: string;
  readonly titleLanguage: Language;
  /** Piece of the text around the first match, with the matches' places in it: [start, end) in UTF-16 units. */
  readonly snippet?: {
    readonly text: string;
    readonly language: Language;
    readonly marks: readonly (readonly [number, number])[];
  };
  readonly score: number;
  readonly demonstration: boolean;
}

export interface SearchAnswer {
  readonly total: number;
  readonly hits: readonly SearchHit[];
  /** Matches by kind, whichever kind is chosen, most first. */
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
  /** The best matches among the demonstration data, which are in no count. */
  readonly demonstration: readonly SearchHit[];
}
