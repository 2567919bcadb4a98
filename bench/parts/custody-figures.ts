import type { Columns } from '../../src/engines/statistics/checks/frame.ts';
import type { Layout } from '../../src/engines/statistics/checks/layout.ts';

/** What each code is of its total: the products add up whichever dimension is summed over. */
const shares = {
  SEX: { _T: 10, F: 1, M: 9 },
  AGE: { _T: 20, ADULT: 19, JUVENILE: 1 },
  BREAKDOWN: { _T: 10, FOREIGN: 2, NATIONAL: 8, SENTENCED: 7, UNSENTENCED: 3 },
} as const;

/**
 * Persons held in one area, by sex, age and status, counts and rates, for every period, without a fault: parts make their
 * totals, rates follow from counts, nothing jumps. Sorted as the store gives them: what a check costs where it has nothing to say.
 */
export function custodyFigures(layout: Layout, area: number): Columns {
  const at = (id: string, code: string): number => {
    const place = layout.dimensions.find((dimension) => dimension.id === id)?.indexOf.get(code);
    if (place === undefined) throw new Error(`${id} has no ${code}`);
    return place;
  };
  const rows: { codes: number[]; period: number; value: number }[] = [];
  const [frequency, held] = [at('FREQ', 'A'), at('INDICATOR', 'PERSONS_HELD')];
  for (const [sex, ofSex] of Object.entries(shares.SEX)) {
    for (const [age, ofAge] of Object.entries(shares.AGE)) {
      const people = ofSex * ofAge * 50_000;
      for (const [breakdown, ofStatus] of Object.entries(shares.BREAKDOWN)) {
        for (const unit of ['NUMBER', 'PER_100000_POP']) {
          const codes = [
            frequency,
            area,
            held,
            at('SEX', sex),
            at('AGE', age),
            at('BREAKDOWN', breakdown),
            at('UNIT_MEASURE', unit),
          ];
          for (let period = 0; period < layout.periods.length; period++) {
            const count = ofSex * ofAge * ofStatus * (100 + area + period);
            rows.push({ codes, period, value: unit === 'NUMBER' ? count : (count / people) * 100_000 });
          }
        }
      }
    }
  }
  return {
    dimensions: layout.dimensions.map((_, place) => Int32Array.from(rows, ({ codes }) => codes[place] ?? 0)),
    periods: Int32Array.from(rows, ({ period }) => period),
    values: Float64Array.from(rows, ({ value }) => value),
    rows: Int32Array.from(rows, (_, place) => area * rows.length + place),
  };
}
