import { say } from '#kernel/i18n/say.ts';
import type { PartsCheck } from './check.ts';
import type { Compiled } from './compiled.ts';
import { compileSelection } from './compiled.ts';
import { areaOf, figure, figureOf } from './describe.ts';
import type { Frame } from './frame.ts';
import type { Layout } from './layout.ts';
import { codeAt, dimensionAt } from './layout.ts';

/** From each total to its parts: all there, they make it; some missing, they do not exceed it. */
export function compileParts(check: PartsCheck, layout: Layout): Compiled {
  const place = dimensionAt(layout, check.dimension);
  const total = codeAt(layout, place, check.total);
  const steps = check.parts.map((part) => [{ place, code: codeAt(layout, place, part) }]);
  const selects = compileSelection(check.of, layout);
  const found = new Int32Array(steps.length);
  return {
    run(frame, report) {
      const { values, starts, out, index } = frame;
      const column = frame.dimensions[place];
      for (let s = 0; s + 1 < starts.length; s++) {
        const start = starts[s] ?? 0;
        if (column?.[start] !== total || !selects(frame, start)) continue;
        for (let row = start, end = starts[s + 1] ?? 0; row < end; row++) {
          const whole = values[row] ?? Number.NaN;
          if (out[row] === 1 || whole !== whole) continue;
          let sum = 0;
          let missing = 0;
          for (let p = 0; p < steps.length; p++) {
            const at = index.find(row, steps[p] ?? []);
            const value = at < 0 ? Number.NaN : (values[at] ?? Number.NaN);
            found[p] = value === value ? at : -1;
            if (value === value) sum += value;
            else missing++;
          }
          if (missing === steps.length) continue;
          const slack = check.within + 1e-9 * whole;
          if (sum - whole > slack || (missing === 0 && whole - sum > slack)) {
            report(frame, row, missing === 0 ? sums(frame, row, sum) : exceeds(frame, row, sum));
          }
        }
      }
    },
  };

  function where(frame: Frame, row: number, sum: number): Record<string, string | number> {
    const parts = [...found].flatMap((at, p) => {
      const name = layout.dimensions[place]?.names[steps[p]?.[0]?.code ?? 0] ?? '';
      return at < 0 ? [] : [`${name} ${figure(frame.values[at] ?? 0)} (row ${frame.rows[at] ?? 0})`];
    });
    return {
      row: frame.rows[row] ?? 0,
      total: figure(frame.values[row] ?? 0),
      parts: parts.join(' + '),
      sum: figure(sum),
      area: areaOf(layout, frame, row),
      figure: figureOf(layout, frame, row),
    };
  }
  function sums(frame: Frame, row: number, sum: number) {
    return say(
      'Row {row}: {parts} makes {sum}, not the total {total} ({area}: {figure}). Correct the part or the total that is wrong, or explain what the parts leave out.',
      where(frame, row, sum),
    );
  }
  function exceeds(frame: Frame, row: number, sum: number) {
    return say(
      'Row {row}: {parts} alone is more than the total {total} ({area}: {figure}). Correct the part or the total.',
      where(frame, row, sum),
    );
  }
}
