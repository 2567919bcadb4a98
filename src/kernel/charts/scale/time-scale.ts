import type { TimedSeries } from '../line/read-series.ts';
import { yearTicks } from './ticks.ts';

export interface TimeScale {
  /** Share of the way from the first to the last period, 0 to 1. */
  readonly share: (at: number) => number;
  readonly first: number;
  readonly last: number;
  /** Length of the shortest period, in years: the distance at which two figures are neighbours. */
  readonly every: number;
  readonly ticks: (most: number) => readonly { readonly at: number; readonly label: string }[];
}

/** Time from the first to the last period of all series; a single period stands in the middle. */
export function timeScale(series: readonly TimedSeries[], every?: number): TimeScale {
  let first = Infinity;
  let last = -Infinity;
  let shortest = Infinity;
  const labels = new Map<number, string>();
  for (const { points } of series) {
    for (const { period } of points) {
      first = Math.min(first, period.at);
      last = Math.max(last, period.at);
      shortest = Math.min(shortest, period.length);
      labels.set(period.at, period.label);
    }
  }
  if (first > last) return { share: () => 0.5, first: 0, last: 0, every: 1, ticks: () => [] };
  const span = last - first;
  return {
    share: (at) => (span === 0 ? 0.5 : (at - first) / span),
    first,
    last,
    every: every ?? shortest,
    ticks: (most) => {
      if (shortest < 1 && labels.size <= most)
        return [...labels].map(([at, label]) => ({ at, label })).sort((a, b) => a.at - b.at);
      const years = yearTicks(first, last, Math.max(2, most));
      if (years.length > 0) return years.map((year) => ({ at: year, label: String(year) }));
      return [{ at: first, label: labels.get(first) ?? '' }];
    },
  };
}
