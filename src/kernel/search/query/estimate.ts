import type { Segment } from '../segment/segment.ts';
import type { Plan } from './plan.ts';
import { frequencyOf } from './walk.ts';

/** About how many documents a plan finds in a segment, at most: to begin with the rarest. */
export function estimate(segment: Segment, plan: Plan): number {
  switch (plan.kind) {
    case 'terms':
      return plan.terms.reduce((sum, term) => {
        const number = segment.postings.terms.find(term);
        return number < 0 ? sum : sum + frequencyOf(segment, number);
      }, 0);
    case 'phrase':
      return Math.min(...plan.words.map(({ terms }) => estimate(segment, { kind: 'terms', terms })));
    case 'or':
      return plan.of.reduce((sum, each) => sum + estimate(segment, each), 0);
    case 'and':
      return plan.of.reduce((least, each) => Math.min(least, estimate(segment, each)), segment.count);
    // These look at documents one by one: better at few of them.
    case 'facet':
    case 'range':
    case 'beginning':
    case 'not':
      return segment.count;
  }
}
