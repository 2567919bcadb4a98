import { say } from '#kernel/i18n/say.ts';
import type { RangeCheck } from './check.ts';
import type { Compiled } from './compiled.ts';
import { compileSelection } from './compiled.ts';
import { areaOf, figure, figureOf } from './describe.ts';
import type { Layout } from './layout.ts';

export function compileRange(check: RangeCheck, layout: Layout): Compiled {
  const selects = compileSelection(check.of, layout);
  const { from, to } = check;
  return {
    run(frame, report) {
      const { values, starts, out } = frame;
      for (let s = 0; s + 1 < starts.length; s++) {
        const start = starts[s] ?? 0;
        if (!selects(frame, start)) continue;
        for (let row = start, end = starts[s + 1] ?? 0; row < end; row++) {
          const value = values[row] ?? Number.NaN;
          if ((value >= from && value <= to) || value !== value || out[row] === 1) continue;
          report(
            frame,
            row,
            say(
              'Row {row}: {value} is not between {from} and {to} ({area}: {figure}). Correct the value, or its unit.',
              {
                row: frame.rows[row] ?? 0,
                value: figure(value),
                from: String(from),
                to: String(to),
                area: areaOf(layout, frame, row),
                figure: figureOf(layout, frame, row),
              },
            ),
          );
        }
      }
    },
  };
}
