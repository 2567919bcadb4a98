import { say } from '#kernel/i18n/say.ts';
import type { Compiled, Report } from './compiled.ts';
import { areaOf, figure, figureOf } from './describe.ts';
import type { Frame } from './frame.ts';
import type { Layout } from './layout.ts';

/** In a sorted frame, rows of one key and period lie side by side. */
export function compileDuplicate(layout: Layout): Compiled {
  return {
    run(frame, report) {
      const { periods, starts } = frame;
      for (let s = 0; s + 1 < starts.length; s++) {
        const end = starts[s + 1] ?? 0;
        for (let row = starts[s] ?? 0; row < end;) {
          let next = row + 1;
          while (next < end && periods[next] === periods[row]) next++;
          if (next - row > 1) reportGroup(layout, frame, row, next, report);
          row = next;
        }
      }
    },
  };
}

function reportGroup(layout: Layout, frame: Frame, from: number, to: number, report: Report): void {
  const places = Array.from({ length: to - from }, (_, i) => from + i);
  const value = (place: number): number => frame.values[place] ?? Number.NaN;
  const same = places.every((place) => Object.is(value(place), value(from)));
  const said = (place: number, row: number): Record<string, string | number> => ({
    row: frame.rows[row] ?? 0,
    value: shown(value(row)),
    other: frame.rows[place] ?? 0,
    area: areaOf(layout, frame, row),
    figure: figureOf(layout, frame, row),
  });
  if (same) {
    for (const row of places.slice(1)) {
      report(
        frame,
        row,
        say(
          'Row {row} repeats row {other}: {value} ({area}: {figure}). One of the two is enough; the first is used.',
          said(from, row),
        ),
        'warning',
      );
    }
    return;
  }
  for (const row of places) {
    const others = places.filter((place) => place !== row);
    report(
      frame,
      row,
      say(
        'Row {row} gives {value}, but the same figure is also given as {others} ({area}: {figure}). None of them is used: keep the row that is right, or give the rows what tells them apart.',
        {
          ...said(row, row),
          others: others.map((place) => `${shown(value(place))} in row ${frame.rows[place] ?? 0}`).join(', '),
        },
      ),
    );
  }
}

const shown = (value: number): string => (Number.isNaN(value) ? 'no value' : figure(value));
