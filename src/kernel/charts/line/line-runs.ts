import { isTentative } from '../text/words.ts';
import { round } from '../svg/element.ts';
import type { TimedPoint } from './read-series.ts';

export interface LinePaths {
  readonly solid: string;
  /** Stretches that begin or end at a tentative figure. */
  readonly dashed: string;
  /** Middle of each stretch that is left open because the series breaks there. */
  readonly breaks: readonly { readonly x: number; readonly y: number }[];
}

/**
 * Paths through the figures of one series. Two figures are joined only when they are `every` years apart or less: a missing
 * period is a gap, never a zero and never bridged. A figure marked as a break is not joined to the one before it.
 */
export function lineRuns(
  points: readonly TimedPoint[],
  every: number,
  place: (point: TimedPoint, y: number) => { readonly x: number; readonly y: number },
): LinePaths {
  let solid = '';
  let dashed = '';
  let solidEnd: TimedPoint | undefined;
  let dashedEnd: TimedPoint | undefined;
  const breaks: { x: number; y: number }[] = [];
  for (let index = 1; index < points.length; index += 1) {
    const from = points[index - 1];
    const to = points[index];
    if (from === undefined || to === undefined || from.y === null || to.y === null || !areNeighbours(from, to, every))
      continue;
    const a = place(from, from.y);
    const b = place(to, to.y);
    const start = `M${round(a.x)},${round(a.y)}`;
    const end = `L${round(b.x)},${round(b.y)}`;
    if (to.status === 'break') {
      breaks.push({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
    } else if (isTentative(from.status) || isTentative(to.status)) {
      dashed += (dashedEnd === from ? '' : start) + end;
      dashedEnd = to;
    } else {
      solid += (solidEnd === from ? '' : start) + end;
      solidEnd = to;
    }
  }
  return { solid, dashed, breaks };
}

// Parts of a year are not whole numbers of anything, so neighbours may be a little more than a period apart.
function areNeighbours(from: TimedPoint, to: TimedPoint, every: number): boolean {
  return to.period.at - from.period.at <= every * 1.02;
}

/** Whether a line runs from one figure to the next. */
export function isJoined(from: TimedPoint | undefined, to: TimedPoint | undefined, every: number): boolean {
  if (from === undefined || to === undefined || from.y === null || to.y === null) return false;
  return to.status !== 'break' && areNeighbours(from, to, every);
}
