/** Marks at multiples of 1, 2 or 5 × 10ⁿ that span both ends, about `count` of them; at least two, ascending. */
export interface Ticks {
  readonly values: readonly number[];
  readonly step: number;
}

/** Round marks for an axis from `low` to `high`; the first and last mark enclose both. */
export function niceTicks(low: number, high: number, count: number): Ticks {
  const span = high > low ? high - low : Math.abs(high) || 1;
  const rough = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = rough / power;
  const step = (factor > 5 ? 10 : factor > 2 ? 5 : factor > 1 ? 2 : 1) * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  const values = Array.from({ length: last - first + 1 }, (_, index) => clean((first + index) * step));
  return { values, step };
}

/** Removes the dust of binary fractions: 0.30000000000000004 → 0.3. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}

/** Whole-number marks (years) between two ends, no more than `most`; steps of 1, 2, 5, 10, 20, 25, 50, 100 … */
export function yearTicks(from: number, to: number, most: number): readonly number[] {
  const steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000];
  const step = steps.find((each) => Math.floor(to / each) - Math.ceil(from / each) < most) ?? 10_000;
  const marks: number[] = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) marks.push(year);
  return marks;
}
