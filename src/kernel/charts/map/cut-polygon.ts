import type { Box } from './united-nations-view.ts';

type Ring = readonly (readonly number[])[];

interface Cut {
  readonly inside: Ring;
  /** What is left, in as many pieces as the box has sides that cut. */
  readonly outside: readonly Ring[];
  /** The sides of the box that run through the polygon. */
  readonly seams: readonly (readonly [readonly number[], readonly number[]])[];
}

/** Parts a ring of degrees by a box (Sutherland and Hodgman 1974, one side after the other). */
export function cutPolygon(ring: Ring, [west, south, east, north]: Box): Cut {
  const sides = [
    { axis: 0, limit: west, above: true },
    { axis: 0, limit: east, above: false },
    { axis: 1, limit: south, above: true },
    { axis: 1, limit: north, above: false },
  ] as const;
  let inside = ring;
  const outside: Ring[] = [];
  for (const { axis, limit, above } of sides) {
    outside.push(half(inside, axis, limit, !above));
    inside = half(inside, axis, limit, above);
  }
  const seams = inside.flatMap((point, index) => {
    const next = inside[index + 1];
    const along = sides.some(({ axis, limit }) => point[axis] === limit && next?.[axis] === limit);
    return next !== undefined && along ? [[point, next] as const] : [];
  });
  return { inside, outside: outside.filter(({ length }) => length > 3), seams };
}

/** The part of a closed ring on one side of a limit, closed along it; empty when there is none. */
function half(ring: Ring, axis: 0 | 1, limit: number, above: boolean): Ring {
  const other = axis === 0 ? 1 : 0;
  const kept: (readonly number[])[] = [];
  const within = (value: number): boolean => (above ? value >= limit : value <= limit);
  for (const [index, point] of ring.entries()) {
    const before = ring[index - 1];
    const here = point[axis] ?? NaN;
    if (before !== undefined) {
      const there = before[axis] ?? NaN;
      if (within(here) !== within(there)) {
        const share = (limit - there) / (here - there);
        const crossing = [limit, limit];
        crossing[other] = (before[other] ?? NaN) + share * ((point[other] ?? NaN) - (before[other] ?? NaN));
        kept.push(crossing);
      }
    }
    if (within(here)) kept.push(point);
  }
  const [first] = kept;
  const last = kept.at(-1);
  if (first === undefined || last === undefined) return [];
  return first[0] === last[0] && first[1] === last[1] ? kept : [...kept, first];
}
