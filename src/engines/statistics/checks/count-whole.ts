import { say } from '#kernel/i18n/say.ts';
import type { WholeCheck } from './check.ts';
import type { Compiled } from './compiled.ts';
import { compileSelection } from './compiled.ts';
import { areaOf, figure, figureOf } from './describe.ts';
import type { Layout } from './layout.ts';

export function compileWhole(check: WholeCheck, layout: Layout): Compiled {
  const selects = compileSelection(check.of, layout);
  return {
    run(frame, report) {
      const { values, starts, out } = frame;
      for (let s = 0; s + 1 < starts.length; s++) {
        const start = starts[s] ?? 0;
        if (!selects(frame, start)) continue;
        for (let row = start, end = starts[s + 1] ?? 0; row < end; row++) {
          const value = values[row] ?? Number.NaN;
          if ((value >= 0 && Math.floor(value) === value) || value !== value || out[row] === 1) continue;
          const where = {
            row: frame.rows[row] ?? 0,
            value: figure(value),
            area: areaOf(layout, frame, row),
            figure: figureOf(layout, frame, row),
          };
          if (value < 0) {
            report(
              frame,
              row,
              say('Row {row}: the count {value} is below zero ({area}: {figure}). Correct the value.', where),
            );
          } else {
            report(
              frame,
              row,
              say(
                'Row {row}: the count {value} is not a whole number ({area}: {figure}). Give the count itself; if it is an average or an estimate, say so in its status or note.',
                where,
              ),
              check.fractions,
            );
          }
        }
      }
    },
  };
}
