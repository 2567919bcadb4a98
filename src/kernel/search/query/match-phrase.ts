import { unpackPlaces } from '../segment/unpack.ts';
import type { Matches } from './arena.ts';
import type { PhraseWord } from './plan.ts';
import { blockOf, locate, type Walk } from './walk.ts';

const closeness = 1.5;
const places: number[] = [];

/** Of documents with all the words, those with the words at their distances from one place; written over them. */
export function matchPhrase(walk: Walk, words: readonly PhraseWord[], found: Matches): Matches {
  const located = words.map(({ distance, terms }) => ({
    distance,
    terms: terms.flatMap((term) => {
      const number = walk.segment.postings.terms.find(term);
      return number < 0 ? [] : [{ number, at: locate(walk, number, found.documents, found.count) }];
    }),
  }));
  let count = 0;
  for (let index = 0; index < found.count; index += 1) {
    if (!standTogether(walk, located, index)) continue;
    found.documents[count] = found.documents[index]!;
    found.scores[count] = Math.round(found.scores[index]! * closeness);
    count += 1;
  }
  found.count = count;
  return found;
}

interface Located {
  readonly distance: number;
  readonly terms: readonly { readonly number: number; readonly at: Int32Array }[];
}

function standTogether(walk: Walk, words: readonly Located[], index: number): boolean {
  let starts: Set<number> | undefined;
  for (const { distance, terms } of words) {
    const here = new Set<number>();
    for (const { number, at } of terms) {
      const posting = at[index]!;
      if (posting < 0) continue;
      const { block, nth } = blockOf(walk.segment, number, posting);
      const count = unpackPlaces(walk.segment.postings, block, nth, places);
      for (let each = 0; each < count; each += 1) {
        const start = places[each]! - distance;
        if (starts === undefined || starts.has(start)) here.add(start);
      }
    }
    if (here.size === 0) return false;
    starts = here;
  }
  return true;
}
