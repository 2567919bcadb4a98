import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aggregate as aggregateOf, type Group } from './aggregate.ts';
import { aggregateData } from './aggregate-data.ts';
import { areaFigure } from './area-figures.ts';
import { above, defineIndicator } from './define-indicator.ts';
import type { FindFigure } from './evaluate.ts';
import { figure, inWords, seriesIn } from './formula.ts';
import { metadataSections } from './metadata.ts';

const held = figure('T:PRISONS', { STATUS: '_T' }, 'persons held');
const unsentenced = figure('T:PRISONS', { STATUS: 'UNSENTENCED' }, 'persons held unsentenced');
const rate = figure('T:PRISONS', { STATUS: '_T', UNIT: 'RATE' }, 'persons held per 100,000 population');
const population = held.per(rate).times(100_000);

const share = defineIndicator({
  id: '16.3.2',
  title: 'Unsentenced detainees',
  description: 'Share.',
  unit: '%',
  decimals: 1,
  value: unsentenced.per(held).times(100),
  population,
  refuse: [above(100, 'more unsentenced than held')],
  aggregate: { method: 'sums', minimumCoverage: { countries: 0.5, population: 0.5 }, carryForward: 0 },
  metadata: {},
});
const rule = share.aggregate ?? assert.fail('the indicator has no aggregate');

/** Figures as area → year → [held, unsentenced, rate]. */
function published(figures: Record<string, Record<string, readonly (number | undefined)[]>>): FindFigure {
  return (series, area, period) => {
    const at = series.includes('UNIT=RATE') ? 2 : series.includes('UNSENTENCED') ? 1 : 0;
    const value = figures[area]?.[period]?.[at];
    if (value === undefined) return undefined;
    return {
      flow: 'T:PRISONS',
      release: 1,
      area,
      period,
      codes: {},
      words: series,
      value,
      status: 'A',
      batch: 'b',
      row: 1,
    };
  };
}
const aggregate = (
  indicator: typeof share,
  by: typeof rule,
  { find, parts, periods }: { find: FindFigure; parts: Map<string, readonly string[]>; periods: readonly string[] },
  group: Group,
  period: string,
) => aggregateOf(indicator, by, aggregateData(indicator, { find, periods }, parts), group, period);
const noParts = new Map<string, readonly string[]>();

test('an indicator is its formula over published figures, and keeps every figure that it used', () => {
  const { outcome } = areaFigure(share, published({ KEN: { 2020: [1000, 250] } }), noParts, 'KEN', '2020');
  assert.ok(outcome.ok);
  assert.equal(outcome.value, 25);
  assert.deepEqual(
    outcome.inputs.map(({ value }) => value),
    [250, 1000],
  );
});

test('no value without a named reason: missing, divided by zero, implausible', () => {
  const find = published({ A: { 2020: [1000, undefined] }, B: { 2020: [0, 0] }, C: { 2020: [10, 20] } });
  const reason = (area: string) => {
    const { outcome } = areaFigure(share, find, noParts, area, '2020');
    return outcome.ok ? 'has a value' : outcome.refusal.kind;
  };
  assert.deepEqual(['A', 'B', 'C'].map(reason), ['missing', 'divided-by-zero', 'implausible']);
});

test('a State that reports in parts is the sum of all of them, never of some', () => {
  const parts = new Map([['GBR', ['GBR_E_W', 'GBR_S']]]);
  const find = published({ GBR_E_W: { 2019: [800, 80], 2020: [800, 80] }, GBR_S: { 2019: [200, 60] } });
  const whole = areaFigure(share, find, parts, 'GBR', '2019');
  assert.ok(whole.outcome.ok);
  assert.ok(Math.abs(whole.outcome.value - 14) < 1e-9);
  assert.deepEqual(
    whole.outcome.inputs.map(({ area }) => area),
    ['GBR_E_W', 'GBR_S', 'GBR_E_W', 'GBR_S'],
  );
  assert.equal(areaFigure(share, find, parts, 'GBR', '2020').outcome.ok, false);
});

test('a region is the ratio of sums, never the mean of ratios, and says how much it covers', () => {
  const find = published({ A: { 2020: [1000, 500, 100] }, B: { 2020: [9000, 900, 100] }, C: {} });
  const figures = aggregate(
    share,
    rule,
    { find, parts: noParts, periods: ['2020'] },
    { id: 'R', members: ['A', 'B', 'C'] },
    '2020',
  );
  assert.ok(Math.abs((figures.value ?? 0) - 14) < 1e-9);
  assert.deepEqual({ ...figures.coverage }, { countries: 2, of: 3, imputed: 0, population: 1 });
});

test('below the minimum coverage no figure is shown, and why', () => {
  const find = published({ A: { 2020: [1000, 500, 100] } });
  const figures = aggregate(
    share,
    rule,
    { find, parts: noParts, periods: ['2020'] },
    { id: 'R', members: ['A', 'B', 'C'] },
    '2020',
  );
  assert.equal(figures.value, undefined);
  assert.equal(figures.refusal?.kind, 'low-coverage');
  assert.match(figures.refusal?.words ?? '', /1 of 3 countries/);
});

test('without any known population the share of countries decides', () => {
  const find = published({ A: { 2020: [1000, 500] } });
  const rest = { find, parts: noParts, periods: ['2020'] };
  const byPopulation = { ...rule, minimumCoverage: { population: 0.5 } };
  assert.equal(
    aggregate(share, byPopulation, rest, { id: 'R', members: ['A', 'B', 'C'] }, '2020').refusal?.kind,
    'low-coverage',
  );
  assert.equal(aggregate(share, byPopulation, rest, { id: 'R', members: ['A', 'B'] }, '2020').value, 50);
});

test('an earlier year counts only where the rule allows it, and is flagged', () => {
  const data = {
    find: published({ A: { 2020: [100, 50, 10] }, B: { 2018: [100, 10, 10] } }),
    parts: noParts,
    periods: ['2018', '2020'],
  };
  const group = { id: 'R', members: ['A', 'B'] };
  assert.equal(aggregate(share, { ...rule, carryForward: 1 }, data, group, '2020').coverage.countries, 1);
  const carried = aggregate(share, { ...rule, carryForward: 2 }, data, group, '2020');
  assert.deepEqual([carried.value, carried.coverage.imputed], [30, 1]);
});

test('law: a regional share lies between the smallest and the largest of its countries', () => {
  const country = fc.record({
    held: fc.integer({ min: 1, max: 1e6 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(country, { minLength: 1, maxLength: 20 }), (countries) => {
      const figures = Object.fromEntries(
        countries.map((each, at) => [`C${at}`, { 2020: [each.held, each.held * each.share, 100] }]),
      );
      const group = { id: 'R', members: Object.keys(figures) };
      const { value } = aggregate(
        share,
        rule,
        { find: published(figures), parts: noParts, periods: ['2020'] },
        group,
        '2020',
      );
      const shares = countries.map((each) => each.share * 100);
      assert.ok(value !== undefined && value >= Math.min(...shares) - 1e-6 && value <= Math.max(...shares) + 1e-6);
    }),
  );
});

test('a formula says what it reads, in words', () => {
  assert.equal(inWords(share.formula), 'persons held unsentenced ÷ persons held × 100');
  assert.equal(seriesIn(population.formula).length, 2);
  const { title, description, unit, decimals, metadata } = share;
  assert.throws(
    () => defineIndicator({ id: 'x', title, description, unit, decimals, metadata, value: held, aggregate: rule }),
    /only a ratio/,
  );
});

test('metadata stand in the order of the custodian’s layout', () => {
  const metadata = { '7': 'References', '0.a': 'Goal', '5': 'Disaggregation', '4.g': 'Regions', '3.b': 'Collection' };
  assert.deepEqual(
    metadataSections({ metadata }).map(({ section }) => section),
    ['0.a', '3.b', '4.g', '5', '7'],
  );
});
