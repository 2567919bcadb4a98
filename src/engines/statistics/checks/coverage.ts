import { say } from '#kernel/i18n/say.ts';
import type { CoverageCheck } from './check.ts';
import type { Compiled } from './compiled.ts';
import { compileSelection } from './compiled.ts';
import { median } from './median.ts';
import type { Layout } from './layout.ts';

/** Periods before it that say how many areas are usual. */
const usualOver = 5;

export function compileCoverage(check: CoverageCheck, layout: Layout): Compiled {
  const selects = compileSelection(check.of, layout);
  const areas = layout.periods.map(() => new Set<number>());
  return {
    run(frame) {
      const { starts, values, out, periods } = frame;
      const column = frame.dimensions[layout.area];
      for (let s = 0; s + 1 < starts.length; s++) {
        const start = starts[s] ?? 0;
        if (!selects(frame, start)) continue;
        for (let row = start, end = starts[s + 1] ?? 0; row < end; row++) {
          if (out[row] !== 1 && values[row] === values[row]) areas[periods[row] ?? 0]?.add(column?.[row] ?? 0);
        }
      }
    },
    finish(report) {
      for (const [place, period] of layout.periods.entries()) {
        const before = areas.slice(Math.max(0, place - usualOver), place).map(({ size }) => size);
        const usual = median(before.filter((size) => size > 0));
        const now = areas[place]?.size ?? 0;
        if (now === 0 || !(now < check.least * usual)) continue;
        report(
          say(
            '{period}: {now} areas give this figure, where {usual} is usual. Compare totals and averages of this period with others only over the same areas.',
            { period, now, usual },
          ),
          { TIME_PERIOD: period },
        );
      }
    },
  };
}
