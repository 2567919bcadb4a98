import { say } from '#kernel/i18n/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import type { ChartPoint, ChartSeries } from '../input.ts';
import { readPeriod, type Period } from '../scale/period.ts';

export interface TimedPoint extends ChartPoint {
  readonly period: Period;
}

export interface TimedSeries {
  readonly label: string;
  /** In the order of time. */
  readonly points: readonly TimedPoint[];
}

/** Puts each series in the order of time. A period given twice in one series is a Problem (invalid): no one line could show both. */
export function readSeries(title: string, series: readonly ChartSeries[]): readonly TimedSeries[] {
  return series.map(({ label, points }) => {
    const timed = points
      .map((point) => ({ ...point, period: readPeriod(point.x) }))
      .sort((a, b) => a.period.at - b.period.at);
    for (const [index, point] of timed.entries()) {
      if (index > 0 && timed[index - 1]?.period.at === point.period.at) {
        throw new Problem(
          'invalid',
          say('The chart "{title}" cannot be drawn: {series} gives {period} twice. Choose one of the two figures.', {
            title,
            series: label,
            period: point.period.label,
          }),
        );
      }
    }
    return { label, points: timed };
  });
}

/** Every period that occurs, in the order of time, as the points write it. */
export function allPeriods(series: readonly TimedSeries[]): readonly (string | number)[] {
  const seen = new Map<number, string | number>();
  for (const { points } of series)
    for (const point of points) if (!seen.has(point.period.at)) seen.set(point.period.at, point.x);
  return [...seen].sort(([a], [b]) => a - b).map(([, x]) => x);
}
