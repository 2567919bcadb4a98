import { say } from '#kernel/i18n/say.ts';
import type { PeriodCheck } from './check.ts';
import type { CheckContext, Compiled } from './compiled.ts';
import { areaOf, figureOf } from './describe.ts';
import type { Layout } from './layout.ts';

/** Judges each period once, then looks every row up. */
export function compilePeriod(check: PeriodCheck, layout: Layout, { year }: CheckContext): Compiled {
  const to = year + check.ahead;
  const wrong = Uint8Array.from(layout.years, (y) => (y >= check.from && y <= to ? 0 : 1));
  return {
    run(frame, report) {
      const { periods, rows } = frame;
      for (let row = 0; row < frame.length; row++) {
        if (wrong[periods[row] ?? 0] !== 1) continue;
        report(
          frame,
          row,
          say(
            'Row {row}: the year {year} is not plausible ({area}: {figure}). Years from {from} to {to} are. Correct the year in the source and import it again.',
            {
              row: rows[row] ?? 0,
              year: layout.periods[periods[row] ?? 0] ?? '',
              area: areaOf(layout, frame, row),
              figure: figureOf(layout, frame, row),
              from: String(check.from),
              to: String(to),
            },
          ),
        );
      }
    },
  };
}
