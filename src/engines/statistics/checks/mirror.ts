import { say } from '#kernel/i18n/say.ts';
import type { MirrorCheck } from './check.ts';
import type { Compiled } from './compiled.ts';
import { compileSelection } from './compiled.ts';
import { areaOf, figure, figureOf } from './describe.ts';
import type { Layout } from './layout.ts';
import { stepsTo } from './layout.ts';

export function compileMirror(check: MirrorCheck, layout: Layout): Compiled {
  const selects = compileSelection(check.one, layout);
  const steps = stepsTo(layout, check.other);
  return {
    run(frame, report) {
      const { values, starts, out, index } = frame;
      for (let s = 0; s + 1 < starts.length; s++) {
        const start = starts[s] ?? 0;
        if (!selects(frame, start)) continue;
        for (let row = start, end = starts[s + 1] ?? 0; row < end; row++) {
          if (out[row] === 1) continue;
          const at = index.find(row, steps);
          if (at < 0) continue;
          const one = values[row] ?? Number.NaN;
          const other = values[at] ?? Number.NaN;
          if (!(Math.abs(one - other) > check.within * Math.max(Math.abs(one), Math.abs(other)))) continue;
          report(
            frame,
            row,
            say(
              'Row {row} gives {one} ({area}: {figure}), but row {otherRow} gives {other} for the same thing ({otherFigure}). Say which holds, and why they differ.',
              {
                row: frame.rows[row] ?? 0,
                one: figure(one),
                other: figure(other),
                otherRow: frame.rows[at] ?? 0,
                area: areaOf(layout, frame, row),
                figure: figureOf(layout, frame, row),
                otherFigure: figureOf(layout, frame, at),
              },
            ),
          );
        }
      }
    },
  };
}
