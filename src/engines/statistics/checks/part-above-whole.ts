import { say } from '#kernel/i18n/say.ts';
import type { AboveCheck } from './check.ts';
import type { Compiled } from './compiled.ts';
import { compileSelection } from './compiled.ts';
import { areaOf, figure, figureOf } from './describe.ts';
import type { Layout } from './layout.ts';
import { stepsTo } from './layout.ts';

export function compileAbove(check: AboveCheck, layout: Layout): Compiled {
  const selects = compileSelection(check.part, layout);
  const steps = stepsTo(layout, check.whole);
  return {
    run(frame, report) {
      const { values, starts, out, index } = frame;
      for (let s = 0; s + 1 < starts.length; s++) {
        const start = starts[s] ?? 0;
        if (!selects(frame, start)) continue;
        for (let row = start, end = starts[s + 1] ?? 0; row < end; row++) {
          const part = values[row] ?? Number.NaN;
          if (out[row] === 1 || part !== part) continue;
          const at = index.find(row, steps);
          const whole = at < 0 ? Number.NaN : (values[at] ?? Number.NaN);
          // One part in a hundred million: rates computed from equal counts differ in their last digits.
          if (!(part > whole * (1 + 1e-8))) continue;
          report(
            frame,
            row,
            say(
              'Row {row}: {part} ({area}: {figure}) is more than the whole of which it is a part, {whole} in row {other} ({wholeFigure}). Correct one of the two.',
              {
                row: frame.rows[row] ?? 0,
                part: figure(part),
                whole: figure(whole),
                other: frame.rows[at] ?? 0,
                area: areaOf(layout, frame, row),
                figure: figureOf(layout, frame, row),
                wholeFigure: figureOf(layout, frame, at),
              },
            ),
          );
        }
      }
    },
  };
}
