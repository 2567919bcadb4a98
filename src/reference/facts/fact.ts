/** One of the five reports. */
export interface FactDocument {
  /** Document symbol, as the reports are cited: `A/77/127`. */
  readonly symbol: string;
  /** Symbol under which a second commission received the same document. */
  readonly alsoIssuedAs?: string;
  /** In our own words. */
  readonly title: string;
  /** Date of distribution, ISO 8601. */
  readonly date: string;
  /** Year that the report is about. */
  readonly reportsOn: number;
  /** Original language, ISO 639-1. */
  readonly language: 'en';
}

export const bounds = ['exact', 'min', 'max', 'approx'] as const;

/** A figure or an act that one paragraph of a report states, told in our own words. */
export interface Fact {
  readonly id: string;
  readonly document: FactDocument;
  readonly paragraph: number;
  /** Year that is meant, where the paragraph says. */
  readonly year?: number;
  /** Alpha-3 codes of the States that it is about; empty for regional and global facts. */
  readonly areas: readonly string[];
  /** Region as the report calls it. */
  readonly region?: string;
  /** Ids of the groups that this region means. */
  readonly groups: readonly string[];
  readonly theme: string;
  /** What is counted: `prison_population`. */
  readonly measure: string;
  /** Absent where the paragraph gives no number. */
  readonly value?: number;
  readonly unit?: string;
  /** `min` for “more than”, `max` for “almost”; absent where nobody said. */
  readonly bound?: (typeof bounds)[number];
  /** Sex, baseline, topic … `part_of` and `cumulative` mark what must never be added up; `derived` and `derived_from` what was counted from a list. */
  readonly qualifiers: Readonly<Record<string, string | number | readonly string[]>>;
  readonly statement: string;
}
