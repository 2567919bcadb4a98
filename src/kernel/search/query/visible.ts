import { opens, type Audience } from '#kernel/policy/audience.ts';
import type { Segment, VisibilityClass } from '../segment/segment.ts';

const mostKept = 32;

interface Kept {
  readonly bits: Uint32Array;
  readonly struckOut: number;
}

const kept = new WeakMap<Segment, Map<string, Kept>>();

/** Bit d is set when a reader of these audiences may find document d: every list, count, facet and hint goes through it. */
export function visibleTo(
  segment: Segment,
  audiences: readonly Audience[] | 'all',
  demonstration: boolean,
): Uint32Array {
  const key = `${demonstration ? 'demonstration' : 'record'} ${audiences === 'all' ? '*' : [...audiences].sort().join(' ')}`;
  const bySet = kept.get(segment) ?? new Map<string, Kept>();
  kept.set(segment, bySet);
  const known = bySet.get(key);
  bySet.delete(key);
  const fresh =
    known?.struckOut === segment.struckOut
      ? known
      : { bits: compute(segment, audiences, demonstration), struckOut: segment.struckOut };
  bySet.set(key, fresh);
  const [oldest] = bySet.keys();
  if (bySet.size > mostKept && oldest !== undefined) bySet.delete(oldest);
  return fresh.bits;
}

function compute(segment: Segment, audiences: readonly Audience[] | 'all', demonstration: boolean): Uint32Array {
  const may = Uint8Array.from(segment.classes, (seenBy) =>
    seenBy.demonstration === demonstration && maySee(seenBy, audiences) ? 1 : 0,
  );
  if (may.every((one) => one === 1)) return segment.live.slice();
  const bits = new Uint32Array(segment.live.length);
  for (let document = 0; document < segment.count; document += 1) {
    if (may[segment.classOf[document]!] === 1) bits[document >>> 5]! |= 1 << (document & 31);
  }
  for (let at = 0; at < bits.length; at += 1) bits[at]! &= segment.live[at]!;
  return bits;
}

const maySee = ({ needs, lacks }: VisibilityClass, audiences: readonly Audience[] | 'all'): boolean =>
  audiences === 'all'
    ? lacks.length === 0
    : needs.every((one) => opens(audiences, one)) && !lacks.some((one) => opens(audiences, one));
