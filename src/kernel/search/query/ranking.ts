import { lengthOfCode } from '../segment/length-scale.ts';
import type { Segment } from '../segment/segment.ts';
import { termsIn, type Bonus, type Plan } from './plan.ts';

export const k1 = 1.2;
const b = 0.75;

/** What ranking uses of the whole index. */
export interface Ranking {
  readonly idf: ReadonlyMap<string, number>;
  /** Of each length code: how much length holds a frequency down. */
  readonly norms: Float64Array;
}

/**
 * BM25F with one length for all fields (Robertson & Zaragoza 2009, 3.6): the frequencies of a word in the fields are weighted and
 * added before they are saturated. How rare a word is, and how long documents are, is taken from what everybody may read: the
 * order of a reader's hits then tells nothing of what that reader may not see.
 */
export function rankingOf(segments: readonly Segment[], plan: Plan, bonuses: readonly Bonus[]): Ranking {
  let documents = 0;
  let length = 0;
  for (const { publicly } of segments) {
    documents += publicly.documents;
    length += publicly.length;
  }
  const mean = Math.max(1, length / Math.max(1, documents));
  const idf = new Map<string, number>();
  for (const term of [...termsIn(plan), ...bonuses.map(({ term }) => term)]) {
    if (idf.has(term)) continue;
    let holding = 0;
    for (const { postings, publicly } of segments) {
      const at = postings.terms.find(term);
      if (at >= 0) holding += publicly.byTerm[at]!;
    }
    idf.set(term, Math.log(1 + (documents - holding + 0.5) / (holding + 0.5)));
  }
  return { idf, norms: lengthOfCode.map((each) => k1 * (1 - b + (b * each) / mean)) };
}
