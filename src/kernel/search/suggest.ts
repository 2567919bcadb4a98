import type { Language } from '#kernel/i18n/say.ts';
import type { Audience } from '#kernel/policy/audience.ts';
import { findMarks, mergeMarks } from './present/find-marks.ts';
import { pick, storedDocument } from './present/present-hit.ts';
import type { Plan } from './query/plan.ts';
import { runQuery } from './query/run-query.ts';
import type { Segment } from './segment/segment.ts';
import { fieldMark, marks } from './words/analyse-document.ts';
import { eachWord } from './words/each-word.ts';
import { fold } from './words/fold.ts';
import { queryTermsOf } from './words/terms-of.ts';

export interface SuggestQuery {
  /** What has been typed so far; the last word may go on. */
  readonly text: string;
  readonly language: Language;
  readonly audiences: readonly Audience[] | 'all';
  readonly kind?: string;
  readonly size: number;
}

export interface Suggestion {
  readonly id: string;
  readonly kind: string;
  readonly path: string;
  readonly title: string;
  readonly titleLanguage: Language;
  readonly titleMarks: readonly (readonly [number, number])[];
}

/** Titles and names of documents of the reader with these words, the best first. */
export function suggest(segments: readonly Segment[], query: SuggestQuery): readonly Suggestion[] {
  const words: string[] = [];
  eachWord(query.text.slice(0, 200), ({ raw, form }) => {
    if (form === 'word' || form === 'character') words.push(raw);
  });
  const last = words.pop();
  if (last === undefined) return [];
  const inTitle = (raw: string): Plan => ({
    kind: 'terms',
    terms: [...queryTermsOf(raw).map((term) => fieldMark('title', term)), `${marks.exact}${raw.toLowerCase()}`],
  });
  const beginning = fold(last);
  const prefixes = [fieldMark('title', beginning), `${marks.exact}${last.toLowerCase()}`];
  const of: readonly Plan[] = [
    ...words.map(inTitle),
    { kind: 'or', of: [inTitle(last), { kind: 'beginning', beginning, prefixes }] },
  ];
  const { ranked } = runQuery(
    segments,
    { plan: { kind: 'and', of }, bonuses: [] },
    {
      audiences: query.audiences,
      demonstration: false,
      facets: [],
      first: query.size,
      ...(query.kind !== undefined && { filters: { kind: [query.kind] } }),
    },
  );
  const wanted = {
    terms: new Set(words.flatMap(queryTermsOf)),
    beginnings: [beginning],
    identifiers: new Set<string>(),
  };
  return ranked.map((one) => {
    const { id, kind, path, title } = storedDocument(one);
    const [titleLanguage, text] = pick(title, query.language) ?? (['en', id] as const);
    const titleMarks = mergeMarks(findMarks(text, titleLanguage, wanted));
    return { id, kind, path, title: text, titleLanguage, titleMarks };
  });
}
