import type { Arena, Matches } from './arena.ts';

/** Documents of either, with the sum of their scores, or of forms of one word the greater. */
export function union(arena: Arena, one: Matches, other: Matches, forms: 'sum' | 'greater' = 'sum'): Matches {
  if (one.count === 0) return other;
  if (other.count === 0) return one;
  const both = arena.matches(one.count + other.count);
  const { documents, scores } = both;
  let first = 0;
  let second = 0;
  let count = 0;
  while (first < one.count && second < other.count) {
    const left = one.documents[first]!;
    const right = other.documents[second]!;
    documents[count] = left < right ? left : right;
    const here = left <= right ? one.scores[first]! : 0;
    const there = right <= left ? other.scores[second]! : 0;
    scores[count] = forms === 'sum' ? here + there : Math.max(here, there);
    if (left <= right) first += 1;
    if (right <= left) second += 1;
    count += 1;
  }
  for (; first < one.count; first += 1, count += 1) {
    documents[count] = one.documents[first]!;
    scores[count] = one.scores[first]!;
  }
  for (; second < other.count; second += 1, count += 1) {
    documents[count] = other.documents[second]!;
    scores[count] = other.scores[second]!;
  }
  both.count = count;
  return both;
}

/** Documents of both, with the sum of their scores; written over the first. */
export function intersect(one: Matches, other: Matches): Matches {
  let second = 0;
  let count = 0;
  for (let first = 0; first < one.count; first += 1) {
    const document = one.documents[first]!;
    while (second < other.count && other.documents[second]! < document) second += 1;
    if (second === other.count) break;
    if (other.documents[second] !== document) continue;
    one.documents[count] = document;
    one.scores[count] = one.scores[first]! + other.scores[second]!;
    count += 1;
  }
  one.count = count;
  return one;
}

/** Documents of the first that are not in the other; written over the first. */
export function without(one: Matches, other: Matches): Matches {
  let second = 0;
  let count = 0;
  for (let first = 0; first < one.count; first += 1) {
    const document = one.documents[first]!;
    while (second < other.count && other.documents[second]! < document) second += 1;
    if (second < other.count && other.documents[second] === document) continue;
    one.documents[count] = document;
    one.scores[count] = one.scores[first]!;
    count += 1;
  }
  one.count = count;
  return one;
}

/** Documents for which the test holds; written over them. */
export function keepOnly(matches: Matches, holds: (document: number) => boolean): Matches {
  let count = 0;
  for (let at = 0; at < matches.count; at += 1) {
    const document = matches.documents[at]!;
    if (!holds(document)) continue;
    matches.documents[count] = document;
    matches.scores[count] = matches.scores[at]!;
    count += 1;
  }
  matches.count = count;
  return matches;
}
