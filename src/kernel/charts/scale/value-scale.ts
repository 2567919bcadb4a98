import { niceTicks } from './ticks.ts';

/** Smallest share of the highest figure that an axis spans: less movement than that is shown as what it is, next to none. */
const leastShare = 0.02;

/** Below this the arithmetic of marks would underflow. */
const smallestSpan = 1e-100;

export interface ValueScale {
  readonly low: number;
  readonly high: number;
  readonly step: number;
  readonly ticks: readonly number[];
  /** Share of the way from low to high, 0 to 1. */
  readonly share: (value: number) => number;
  /** Lines may start above zero; the reader must be told. */
  readonly startsAtZero: boolean;
}

/**
 * Scale for figures along an axis. Bars always contain zero. Lines contain it too, unless all figures lie so close together
 * (lowest above 60 % of the highest) that their movement could not be seen; no axis blows up less than two per cent of the highest.
 */
export function valueScale(values: readonly number[], marks: number, zero: 'always' | 'when-near'): ValueScale {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) {
    low = 0;
    high = 1;
  }
  // Figures closer together than a double can divide are treated as one.
  const apart = high - low > 1e-9 * Math.max(Math.abs(low), Math.abs(high));
  const far = apart && (low > 0 ? low > 0.6 * high : high < 0 && high < 0.6 * low);
  if (zero === 'always' || !far) {
    low = Math.min(0, low);
    high = Math.max(0, high);
  }
  const lacking = leastShare * Math.max(Math.abs(low), Math.abs(high)) - (high - low);
  if (lacking > 0) {
    low -= lacking / 2;
    high += lacking / 2;
  }
  if (high - low < smallestSpan) high = low + 1;
  const { values: ticks, step } = niceTicks(low, high, marks);
  const first = ticks[0] ?? low;
  const last = ticks.at(-1) ?? high;
  return {
    low: first,
    high: last,
    step,
    ticks,
    share: (value) => (value - first) / (last - first),
    startsAtZero: first <= 0 && last >= 0,
  };
}
