import type { Language, Message } from '#kernel/i18n/say.ts';
import type { Audience } from '#kernel/policy/audience.ts';

/** From and to, both counted in; either may be left out. Dates as `2019`, `2019-05` or `2019-05-31`. */
export interface SearchRange {
  readonly from?: number | string;
  readonly to?: number | string;
}

export interface SearchQuery {
  /** What the reader wrote, in the query language of README.md. Whatever it is, it is answered. */
  readonly text: string;
  readonly language: Language;
  /** Audiences whose documents may be seen, or all. */
  readonly audiences: readonly Audience[] | 'all';
  readonly kind?: string;
  /** Chosen values by facet: one of a facet's values must be there, for every facet named. */
  readonly filters?: Readonly<Record<string, readonly string[]>>;
  readonly ranges?: Readonly<Record<string, SearchRange>>;
  /** Facets to count. A facet's own choice does not narrow its own counts. */
  readonly facets?: readonly string[];
  /** Values of a facet that are given, most frequent first (100). */
  readonly facetSize?: number;
  /** Name of a number or a date, with `-` before it for the greatest first; relevance unless given. */
  readonly sort?: string;
  /** When no document has all words: take the last as a beginning, then those with some of the words; `matched` says which. */
  readonly relax?: boolean;
  /** Only what readers could first see after this instant and not after that one. */
  readonly published?: { readonly after: Date; readonly until: Date };
  /** Whether matches among the demonstration data are wanted too; they come apart. */
  readonly demonstration: boolean;
  readonly page: number;
  readonly size: number;
}

export interface SearchSnippet {
  readonly text: string;
  readonly language: Language;
  /** The matches' places: [start, end) in UTF-16 units, ascending, apart from one another, never inside a character with its marks. */
  readonly marks: readonly (readonly [number, number])[];
}

export interface SearchHit {
  readonly id: string;
  readonly kind: string;
  readonly path: string;
  readonly title: string;
  readonly titleLanguage: Language;
  /** Places of the matches in the title. */
  readonly titleMarks: readonly (readonly [number, number])[];
  /** Piece of the text around the matches. */
  readonly snippet?: SearchSnippet;
  readonly score: number;
  /** When readers could first see it as it is now. */
  readonly published?: string;
  readonly demonstration: boolean;
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** Something in the query that was not understood as it was written, and what was done instead. */
export interface SearchHint {
  readonly code: HintCode;
  readonly message: Message;
}

export type HintCode =
  | 'unclosed-quotation'
  | 'unclosed-bracket'
  | 'stray-bracket'
  | 'stray-operator'
  | 'short-beginning'
  | 'empty-field'
  | 'bad-range'
  | 'too-long'
  | 'too-deep';

export interface SearchAnswer {
  readonly total: number;
  readonly hits: readonly SearchHit[];
  /** Matches by kind, whichever kind is chosen, most first. */
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
  /** Counts by facet asked for, most first. */
  readonly facets: Readonly<Record<string, readonly FacetCount[]>>;
  /** `all` words, or with `relax` the last one as a `beginning`, or only `some` of them. */
  readonly matched: 'all' | 'beginning' | 'some';
  readonly hints: readonly SearchHint[];
  /** The query with words that documents of the reader have, when nothing was found as written. */
  readonly spelling?: string;
  /** The best matches among the demonstration data, which are in no count. */
  readonly demonstration: readonly SearchHit[];
}

export const nothingFound: SearchAnswer = {
  total: 0,
  hits: [],
  kinds: [],
  facets: {},
  matched: 'all',
  hints: [],
  demonstration: [],
};
