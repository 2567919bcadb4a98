import { gone } from './gone.ts';
import { mergeSegments } from './merge-segments.ts';
import type { Segment } from './segment.ts';
import { documentsOf, strikeOut } from './strike-out.ts';

const mostSmall = 6;
/** Documents from which a segment is left alone, unless a third of it is struck out. */
const large = 50_000;

/** The segments in use. Every step that readers could see is taken at once, between two queries. */
export interface IndexList {
  readonly segments: readonly Segment[];
  documents(): number;
  /** New segments in, and these records' earlier documents out. */
  replace(fresh: readonly Segment[], keys: Iterable<string>): void;
  strike(segment: Segment, document: number): void;
  /** Makes one of several small segments, or of one with many struck out; false when there is nothing to do. */
  merge(): Promise<boolean>;
  /** The same segment in another place, such as a file. */
  exchange(old: Segment, same: Segment): void;
}

export function indexList(first: readonly Segment[] = []): IndexList {
  let segments = [...first];
  const inUse = ({ count, struckOut }: Segment): number => count - struckOut;
  return {
    get segments() {
      return segments;
    },
    documents: () => segments.reduce((sum, segment) => sum + inUse(segment), 0),
    replace(fresh, keys) {
      for (const key of keys)
        for (const segment of segments) for (const document of documentsOf(segment, key)) strikeOut(segment, document);
      segments = [...segments, ...fresh.filter(({ count }) => count > 0)];
    },
    strike: strikeOut,
    exchange(old, same) {
      segments = segments.map((one) => (one === old ? same : one));
    },
    async merge() {
      const worn = segments.filter((one) => one.struckOut > 32 && one.struckOut > one.count / 3);
      const small = segments.filter((one) => inUse(one) < large);
      const chosen = small.length > mostSmall ? small : worn.slice(0, 1);
      if (chosen.length === 0) return false;
      const before = chosen.map(({ live }) => live.slice());
      const { segment, numbers } = await mergeSegments(chosen);
      // What was struck out meanwhile is struck out of the new one too.
      for (const [nth, { live, count }] of chosen.entries()) {
        for (let document = 0; document < count; document += 1) {
          const number = numbers[nth]![document]!;
          const was = (before[nth]![document >>> 5]! >>> (document & 31)) & 1;
          const is = (live[document >>> 5]! >>> (document & 31)) & 1;
          if (was === 1 && is === 0 && number !== gone) strikeOut(segment, number);
        }
      }
      const rest = segments.filter((one) => !chosen.includes(one));
      segments = segment.count > 0 ? [...rest, segment] : rest;
      return true;
    },
  };
}
