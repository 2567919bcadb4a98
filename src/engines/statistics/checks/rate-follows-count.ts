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

/** One kind of population: the first pair of each period (-1: none), and what the period implies. */
interface Kind {
  readonly heads: Int32Array;
  readonly middles: Float64Array;
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

  // The pairs of a frame in columns, chained within their period: a million objects would keep the collector busy.
  let counts = new Int32Array(0);
  let rates = new Int32Array(0);
  let populations = new Float64Array(0);
  let next = new Int32Array(0);

  return {
    run(frame, report) {
      if (counts.length < frame.length) {
        [counts, rates, next] = [
          new Int32Array(frame.length),
          new Int32Array(frame.length),
          new Int32Array(frame.length),
        ];
        populations = new Float64Array(frame.length);
      }
      for (const { heads, middles } of collect(frame, report).values()) {
        for (let period = 0; period < heads.length; period++) {
          const head = heads[period] ?? -1;
          if (head >= 0)
            middles[period] =
              next[head] === -1
                ? (populations[head] ?? 0)
                : median(pairsFrom(head).map(({ population }) => population));
        }
        for (let period = 0; period < heads.length; period++) {
          const head = heads[period] ?? -1;
          if (head >= 0) judge(frame, head, middles, period, report);
        }
      }
    },
  };

  function pairsFrom(head: number): Pair[] {
    const pairs: Pair[] = [];
    for (let at = head; at >= 0; at = next[at] ?? -1) {
      pairs.push({ count: counts[at] ?? 0, rate: rates[at] ?? 0, population: populations[at] ?? 0 });
    }
    return pairs.toReversed();
  }

  /** Pairs by kind of population, then by period. */
  function collect(frame: Frame, report: Report): Map<number, Kind> {
    const kinds = new Map<number, Kind>();
    let length = 0;
    const { values, starts, out, index, periods } = frame;
    const column = frame.dimensions[place];
    for (let s = 0; s + 1 < starts.length; s++) {
      const start = starts[s] ?? 0;
      if (column?.[start] !== count) continue;
      const { heads } = kindOf(kinds, frame, start);
      for (let row = start, end = starts[s + 1] ?? 0; row < end; row++) {
        const value = values[row] ?? Number.NaN;
        if (out[row] === 1 || value !== value) continue;
        const rate = index.find(row, step);
        const per = rate < 0 ? Number.NaN : (values[rate] ?? Number.NaN);
        if (per !== per) continue;
        if (value > 0 && per > 0) {
          const period = periods[row] ?? 0;
          counts[length] = row;
          rates[length] = rate;
          populations[length] = (value / per) * check.per;
          next[length] = heads[period] ?? -1;
          heads[period] = length++;
        } else if (value !== per) {
          report(frame, rate, oneIsZero(frame, row, rate));
        }
      }
    }
    return kinds;
  }

  function kindOf(kinds: Map<number, Kind>, frame: Frame, row: number): Kind {
    const id = by.reduce((sum, at) => sum * 4096 + (frame.dimensions[at]?.[row] ?? 0), 0);
    const known = kinds.get(id);
    if (known !== undefined) return known;
    const length = layout.periods.length;
    const made: Kind = { heads: new Int32Array(length).fill(-1), middles: new Float64Array(length).fill(Number.NaN) };
    kinds.set(id, made);
    return made;
  }

  function judge(frame: Frame, head: number, middles: Float64Array, period: number, report: Report): void {
    const middle = middles[period] ?? Number.NaN;
    let reference = middle;
    if (next[head] !== -1) {
      const pairs = pairsFrom(head);
      if (pairs.length === 2 && !agree(pairs, check.within)) {
        const around = near(middles, period);
        if (around.length > 0) reference = nearest(pairs, median(around));
      }
      for (const pair of pairs) {
        const off = Math.abs(pair.population / reference - 1);
        if (off <= check.within) continue;
        const rate = frame.values[pair.rate] ?? 0;
        if (off > rounding(rate) / rate) report(frame, pair.rate, doesNotFollow(frame, pair, reference));
      }
    }
    // Two on each side, so that one wrong period does not accuse its neighbours.
    if (within(reference, middles, period)) return;
    const [first] = pairsFrom(head);
    if (first === undefined) return;
    report(frame, first.rate, otherPopulation(frame, first, reference, near(middles, period)));
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

const agree = ([one, other]: readonly Pair[], share: number): boolean =>
  Math.abs((one?.population ?? 0) / (other?.population ?? 1) - 1) <= share;

/** Places around a period that are looked at: the two nearest before and after, at most three away. */
const sides = [
  [-1, -2, -3],
  [1, 2, 3],
] as const;

/** What the periods around imply. */
function near(middles: Float64Array, period: number): number[] {
  return sides.flatMap((steps) =>
    steps
      .map((step) => middles[period + step] ?? Number.NaN)
      .filter((middle) => !Number.isNaN(middle))
      .slice(0, 2),
  );
}

/** Whether a population lies within what the periods around imply, growth allowed; true when there are none. */
function within(population: number, middles: Float64Array, period: number): boolean {
  let least = Infinity;
  let most = -Infinity;
  for (const steps of sides) {
    let seen = 0;
    for (const step of steps) {
      const middle = middles[period + step] ?? Number.NaN;
      if (middle !== middle || seen === 2) continue;
      seen++;
      if (middle < least) least = middle;
      if (middle > most) most = middle;
    }
  }
  return most < 0 || (population <= most * plausibleGrowth && population * plausibleGrowth >= least);
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
