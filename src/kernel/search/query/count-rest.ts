import type { Segment } from '../segment/segment.ts';
import type { Arena, Matches } from './arena.ts';
import { sumsOf } from './count-facets.ts';

/** What a reader sees of a segment, counted once: by facet, the sums of its codes. */
interface Whole {
  readonly documents: number;
  readonly sums: Map<string, Uint32Array>;
}

const wholes = new WeakMap<Uint32Array, Whole>();

/** The documents that a reader sees and that were not found: where most were, counting these is less work. */
export interface Rest {
  readonly documents: Uint32Array;
  readonly count: number;
  /** Sums of all that the reader sees, for a facet. */
  whole(facet: string): Uint32Array;
}

/** The rest, if it is less than half of what the reader sees. */
export function restOf(segment: Segment, visible: Uint32Array, found: Matches, arena: Arena): Rest | undefined {
  const known = wholes.get(visible) ?? { documents: population(visible), sums: new Map<string, Uint32Array>() };
  wholes.set(visible, known);
  if (found.count * 2 <= known.documents) return undefined;
  const bits = visible.slice();
  for (let index = 0; index < found.count; index += 1) {
    const document = found.documents[index]!;
    bits[document >>> 5]! &= ~(1 << (document & 31));
  }
  const rest = spread(bits, known.documents - found.count, arena);
  return {
    ...rest,
    whole(facet) {
      let sums = known.sums.get(facet);
      if (sums === undefined) {
        const all = spread(visible, known.documents, arena);
        known.sums.set(facet, (sums = sumsOf(segment, facet, all.documents, all.count)));
      }
      return sums;
    },
  };
}

function population(bits: Uint32Array): number {
  let count = 0;
  for (let at = 0; at < bits.length; at += 1) for (let word = bits[at]!; word !== 0; word &= word - 1) count += 1;
  return count;
}

/** The documents whose bits are set. */
function spread(bits: Uint32Array, size: number, arena: Arena): { documents: Uint32Array; count: number } {
  const { documents } = arena.matches(size);
  let count = 0;
  for (let at = 0; at < bits.length; at += 1) {
    for (let word = bits[at]!; word !== 0; word &= word - 1)
      documents[count++] = (at << 5) + (31 - Math.clz32(word & -word));
  }
  return { documents, count };
}
