import { say } from '#kernel/i18n/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import type { ChartFrame, ChartSeries } from './input.ts';
import { sizePresets } from './input.ts';

/** Beyond this a figure is no statistic, and the arithmetic of scales would overflow. */
const largest = 1e100;
const mostPoints = 50_000;

/** Refuses figures that are not finite numbers, sizes that cannot be drawn and more points than a drawing can show: Problem (invalid, too-large). */
export function checkInput(frame: ChartFrame, series: readonly ChartSeries[]): void {
  checkSize(frame);
  let points = 0;
  for (const { label, points: own } of series) {
    points += own.length;
    for (const { x, y } of own) {
      if (y !== null) checkFigure(y, frame.title, `${label}, ${x}`);
    }
  }
  if (points > mostPoints) {
    throw new Problem(
      'too-large',
      say(
        'The chart "{title}" would have {points} points; {most} can be shown. Choose fewer series or a shorter time.',
        { title: frame.title, points, most: mostPoints },
      ),
    );
  }
}

/** Refuses one figure that is not a finite number that a scale can hold: Problem (invalid). */
export function checkFigure(value: number, title: string, place: string): void {
  if (Number.isFinite(value) && Math.abs(value) <= largest) return;
  throw new Problem(
    'invalid',
    say(
      'The chart "{title}" cannot be drawn: the figure for {place} is not a number that can be shown. Leave it out, or give it as missing.',
      { title, place },
    ),
    { details: { place } },
  );
}

function checkSize(frame: ChartFrame): void {
  const size = frame.size ?? 'wide';
  const { width, height } = typeof size === 'string' ? sizePresets[size] : size;
  if (width >= 40 && width <= 8000 && height >= 16 && height <= 8000) return;
  throw new Problem(
    'invalid',
    say(
      'A chart of {width} by {height} pixels cannot be drawn. Give a width from 40 to 8000 and a height from 16 to 8000.',
      { width, height },
    ),
  );
}
