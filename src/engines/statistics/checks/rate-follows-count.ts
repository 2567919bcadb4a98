import { say } from '#kernel/i18n/say.ts';
import type { CountRateCheck } from './check.ts';
import type { Compiled, Report } from './compiled.ts';
import { areaOf, figure, figureOf, periodOf } from './describe.ts';
import type { Frame } from './frame.ts';
import type { Layout } from './layout.ts';
import { codeAt, dimensionAt } from './layout.ts';
import { median } from './median.ts';

interface Pair {
  readonly count: number;
  readonly rate: number;
  readonly population: number;
}

/** Populations do not grow or shrink by a quarter from one year to the next, but by catastrophe; migration to the Gulf came to 21 %. */
const plausibleGrowth = 1.25;

/**
 * Every count with its rate implies a population. Pairs of one area, period and kind of population must imply the same one:
 * the median of three or more, else the one nearest to what neighbouring periods imply.
 */
export function compileCountRate(check: CountRateCheck, layout: Layout): Compiled {
  const place = dimensionAt(layout, check.dimension);
  const count = codeAt(layout, place, check.count);
  const step = [{ place, code: codeAt(layout, place, check.rate) }];
  const by = check.populationBy.map((id) => dimensionAt(layout, id));
  const name = (id: string, code: number): string => layout.dimensions[dimensionAt(layout, id)]?.names[code] ?? '';

  return {
    run(frame, report) {
      for (const groups of collect(frame, report).values()) {
        const middles = new Map(
          [...groups].map(([period, pairs]) => [period, median(pairs.map(({ population }) => population))]),
        );
        for (const [period, pairs] of groups) judge(frame, pairs, near(middles, period), report);
      }
    },
  };

  /** Pairs by kind of population, then by period. */
  function collect(frame: Frame, report: Report): Map<number, Map<number, Pair[]>> {
    const kinds = new Map<number, Map<number, Pair[]>>();
    const { values, starts, out, index, periods } = frame;
    const column = frame.dimensions[place];
    for (let s = 0; s + 1 < starts.length; s++) {
      const start = starts[s] ?? 0;
      if (column?.[start] !== count) continue;
      const kind = by.reduce((sum, at) => sum * 4096 + (frame.dimensions[at]?.[start] ?? 0), 0);
      for (let row = start, end = starts[s + 1] ?? 0; row < end; row++) {
        const value = values[row] ?? Number.NaN;
        if (out[row] === 1 || value !== value) continue;
        const rate = index.find(row, step);
        const per = rate < 0 ? Number.NaN : (values[rate] ?? Number.NaN);
        if (per !== per) continue;
        if (value > 0 && per > 0) {
          const periodsOfKind = getOrMake(kinds, kind, () => new Map<number, Pair[]>());
          getOrMake(periodsOfKind, periods[row] ?? 0, () => []).push({
            count: row,
            rate,
            population: (value / per) * check.per,
          });
        } else if (value !== per) {
          report(frame, rate, oneIsZero(frame, row, rate));
        }
      }
    }
    return kinds;
  }

  function judge(frame: Frame, pairs: Pair[], around: readonly number[], report: Report): void {
    const middle = median(pairs.map(({ population }) => population));
    const reference = pairs.length >= 3 || around.length === 0 ? middle : nearest(pairs, median([...around]));
    for (const pair of pairs) {
      const rate = frame.values[pair.rate] ?? 0;
      const off = Math.abs(pair.population / reference - 1);
      if (off > Math.max(check.within, rounding(rate) / rate))
        report(frame, pair.rate, doesNotFollow(frame, pair, reference));
    }
    const first = pairs[0];
    const strays =
      reference > Math.max(...around) * plausibleGrowth || reference * plausibleGrowth < Math.min(...around);
    if (around.length > 0 && strays && first !== undefined)
      report(frame, first.rate, otherPopulation(frame, first, reference, around));
  }

  function doesNotFollow(frame: Frame, { count: from, rate }: Pair, population: number) {
    return say(
      'Row {row}: the rate {rate} does not follow from the count {count} in row {other} ({area}: {figure}). The other figures of that year imply a population of {population}, which makes {expected}. Correct the count or the rate.',
      {
        ...where(frame, from, rate),
        population: figure(Math.round(population)),
        expected: figure(((frame.values[from] ?? 0) / population) * check.per),
      },
    );
  }
  function oneIsZero(frame: Frame, from: number, rate: number) {
    return say(
      'Row {row}: the rate is {rate} but the count in row {other} is {count} ({area}: {figure}). Correct the count or the rate.',
      where(frame, from, rate),
    );
  }
  function otherPopulation(frame: Frame, { count: from, rate }: Pair, population: number, around: readonly number[]) {
    return say(
      'Row {row}: the rate {rate} and the count {count} in row {other} imply a population of {population} ({area}: {figure}); the years around imply {expected}. Correct the rate, or say which population was used.',
      {
        ...where(frame, from, rate),
        population: figure(Math.round(population)),
        expected: around.map((each) => figure(Math.round(each))).join(', '),
      },
    );
  }
  function where(frame: Frame, from: number, rate: number): Record<string, string | number> {
    const total = check.populationBy.map((id, at) => name(id, frame.dimensions[by[at] ?? 0]?.[from] ?? 0)).join(', ');
    return {
      row: frame.rows[rate] ?? 0,
      rate: figure(frame.values[rate] ?? 0),
      count: figure(frame.values[from] ?? 0),
      other: frame.rows[from] ?? 0,
      area: areaOf(layout, frame, from),
      figure: figureOf(layout, frame, from),
      kind: total,
      period: periodOf(layout, frame, from),
    };
  }
}

/** What the two nearest periods before and after imply, within three places: two, so that one wrong one does not accuse its neighbours. */
function near(middles: ReadonlyMap<number, number>, period: number): readonly number[] {
  const two = (steps: readonly number[]): number[] =>
    steps.flatMap((step) => middles.get(period + step) ?? []).slice(0, 2);
  return [...two([-1, -2, -3]), ...two([1, 2, 3])];
}

function nearest(pairs: readonly Pair[], expected: number): number {
  let best = Number.NaN;
  for (const { population } of pairs) {
    if (!(Math.abs(Math.log(population / expected)) >= Math.abs(Math.log(best / expected)))) best = population;
  }
  return best;
}

/** Half a unit in the last place of a figure given with up to four decimals; one with more is not taken as rounded. */
function rounding(value: number): number {
  for (let decimals = 0, unit = 1; decimals <= 4; decimals++, unit /= 10) {
    const scaled = value / unit;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-7) return unit / 2;
  }
  return 0;
}

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
