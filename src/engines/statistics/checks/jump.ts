import { say } from '#kernel/i18n/say.ts';
import type { JumpCheck } from './check.ts';
import type { Compiled, Report } from './compiled.ts';
import { compileSelection } from './compiled.ts';
import { areaOf, figure, figureOf, periodOf } from './describe.ts';
import type { Frame } from './frame.ts';
import type { Layout } from './layout.ts';
import { median } from './median.ts';

/** 1.4826 × the median absolute value estimates the standard deviation of normal data (Rousseeuw and Croux 1993). */
const medianToDeviation = 1.4826;
/** Fewer other changes say nothing about how much a series usually moves. */
const leastHistory = 4;

/**
 * Changes are differences of ln(x + ½), so that a fall to zero is a change as well. The spread is taken from the series'
 * other changes only, so that one jump does not widen the bound for itself.
 */
export function compileJump(check: JumpCheck, layout: Layout): Compiled {
  const selects = compileSelection(check.of, layout);
  const least = Math.log(check.ratio);
  return {
    run(frame, report) {
      const { starts } = frame;
      for (let s = 0; s + 1 < starts.length; s++) {
        const start = starts[s] ?? 0;
        if (selects(frame, start)) lookAlong(frame, start, starts[s + 1] ?? 0, report);
      }
    },
  };

  function lookAlong(frame: Frame, start: number, end: number, report: Report): void {
    const { values, out } = frame;
    let before = -1;
    let suspect = false;
    const rows: number[] = [];
    const changes: number[] = [];
    for (let row = start; row < end; row++) {
      const value = values[row] ?? Number.NaN;
      if (value !== value || out[row] === 1 || (before >= 0 && frame.periods[before] === frame.periods[row])) continue;
      if (before >= 0) {
        const last = values[before] ?? 0;
        const change = Math.log((value + 0.5) / (last + 0.5));
        rows.push(before, row);
        changes.push(change);
        if (Math.abs(change) > least && Math.abs(value - last) >= check.least) suspect = true;
      }
      before = row;
    }
    if (!suspect) return;
    for (const [place, change] of changes.entries()) {
      const from = rows[place * 2] ?? 0;
      const to = rows[place * 2 + 1] ?? 0;
      const moved = Math.abs((values[to] ?? 0) - (values[from] ?? 0));
      if (Math.abs(change) <= least || moved < check.least) continue;
      if (Math.abs(change) <= boundFrom(changes, place)) continue;
      report(frame, to, said(frame, from, to));
    }
  }

  function boundFrom(changes: readonly number[], left: number): number {
    const others = changes.filter((_, place) => place !== left);
    if (others.length < leastHistory) return least;
    // About zero, not about their middle: a series that goes up and down moves much, whatever its usual step.
    return check.deviations * medianToDeviation * median(others.map((change) => Math.abs(change)));
  }

  function said(frame: Frame, from: number, to: number) {
    return say(
      'Row {row}: the series jumps from {before} in {earlier} (row {other}) to {after} ({area}: {figure}), more than it usually moves. Confirm it and say what changed (coverage, definition, unit), or correct it.',
      {
        row: frame.rows[to] ?? 0,
        before: figure(frame.values[from] ?? 0),
        earlier: periodOf(layout, frame, from),
        other: frame.rows[from] ?? 0,
        after: figure(frame.values[to] ?? 0),
        area: areaOf(layout, frame, to),
        figure: figureOf(layout, frame, to),
      },
    );
  }
}
