import type { FacetCount } from '../answer.ts';
import type { Segment } from '../segment/segment.ts';
import type { Rest } from './count-rest.ts';

/** Counts of one facet over the segments. */
export type Counts = Map<string, number>;

const none = new Uint32Array();

/** How many of the documents have each code of a facet. */
export function sumsOf(segment: Segment, facet: string, documents: Uint32Array, count: number): Uint32Array {
  const column = segment.facets.get(facet);
  if (column === undefined) return none;
  const { starts, codes, values } = column;
  const sums = new Uint32Array(values.size);
  if (starts === undefined) for (let index = 0; index < count; index += 1) sums[codes[documents[index]!]!]! += 1;
  else {
    for (let index = 0; index < count; index += 1) {
      const document = documents[index]!;
      const end = starts[document + 1]!;
      for (let at = starts[document]!; at < end; at += 1) sums[codes[at]!]! += 1;
    }
  }
  return sums;
}

/** Adds the values that `count` documents have; with `rest`, by taking the others from the whole. */
export function countFacet(
  segment: Segment,
  facet: string,
  { documents, count }: { readonly documents: Uint32Array; readonly count: number },
  into: Counts,
  rest?: Rest,
): void {
  const values = segment.facets.get(facet)?.values;
  if (values === undefined || count === 0) return;
  const sums = rest === undefined ? sumsOf(segment, facet, documents, count) : rest.whole(facet).slice();
  if (rest !== undefined) {
    const others = sumsOf(segment, facet, rest.documents, rest.count);
    for (let code = 0; code < sums.length; code += 1) sums[code]! -= others[code]!;
  }
  for (let code = 0; code < sums.length; code += 1) {
    const sum = sums[code]!;
    if (sum === 0) continue;
    const value = values.at(code);
    into.set(value, (into.get(value) ?? 0) + sum);
  }
}

/** The most frequent values; equal ones by their code. */
export function mostFrequent(counts: Counts, size: number): readonly FacetCount[] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, size);
}
