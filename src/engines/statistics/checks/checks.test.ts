import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { importFile } from '../import-file.ts';
import { aFlow, csvOf, type Figure } from '../testing/a-flow.ts';
import { aHouse, type House } from '../testing/a-house.ts';
import type { Check } from './check.ts';
import {
  countRate,
  coverage,
  duplicateKey,
  jump,
  mirror,
  notAbove,
  partsOfTotal,
  percentage,
  plausiblePeriod,
  range,
  wholeAndNotNegative,
} from './constructors.ts';

let house: House;
before(async () => {
  house = await aHouse([]);
});
after(() => house[Symbol.asyncDispose]());

let files = 0;

/** Checks figures without keeping them; findings as "rule severity row". */
async function check(checks: readonly Check[], figures: readonly Figure[]) {
  const path = await house.file(`figures-${files++}.csv`, csvOf(figures));
  const context = { ...house.context(), flows: [aFlow(checks)] };
  const { findings, ...counts } = await importFile(context, { path, flow: 'TEST:CUSTODY', dryRun: true });
  return { ...counts, findings, said: findings.map(({ rule, severity, row }) => `${rule} ${severity} ${row}`) };
}

const counts = { UNIT_MEASURE: 'NUMBER' };
const series = (area: string, from: number, values: readonly number[]): Figure[] =>
  values.map((value, place) => [area, 'Held', 'Total', 'Counts', from + place, value]);

test('a year before figures were kept, or not yet come, is an error', async () => {
  const { said, rejected } = await check(
    [plausiblePeriod({ from: 1950 })],
    [
      ['MAR', 'Held', 'Total', 'Counts', 1013, 40_260],
      ['MAR', 'Held', 'Total', 'Counts', 1950, 1],
      ['MAR', 'Held', 'Total', 'Counts', 2026, 1],
      ['MAR', 'Held', 'Total', 'Counts', 2027, 1],
    ],
  );
  assert.deepEqual(said, ['year-plausible error 2', 'year-plausible error 5']);
  assert.equal(rejected, 2);
});

test('percentages lie between 0 and 100, other figures in the range they are given', async () => {
  const percent = (value: number): Figure => [
    'KEN',
    'Unsentenced',
    'Total',
    'Percent',
    2000 + Math.round(value),
    value,
  ];
  const { said } = await check(
    [percentage({ of: { UNIT_MEASURE: 'PT' } })],
    [percent(-1), percent(0), percent(100), percent(101)],
  );
  assert.deepEqual(said, ['percentage error 2', 'percentage error 5']);
  const own = await check(
    [range({ id: 'few', of: { TOPIC: ['DEATHS'] }, to: 10 })],
    [
      ['KEN', 'Deaths', 'Total', 'Counts', 2019, 11],
      ['KEN', 'Held', 'Total', 'Counts', 2019, 11],
    ],
  );
  assert.deepEqual(own.said, ['few error 2']);
});

test('a count below zero is an error; one with a fraction is what the flow says', async () => {
  const figures: Figure[] = [...series('KEN', 2001, [-1, 0, 1.5]), ['KEN', 'Held', 'Total', 'Rate', 2001, -0.5]];
  const strict = await check([wholeAndNotNegative({ of: counts })], figures);
  assert.deepEqual(strict.said, ['count-whole error 2', 'count-whole error 4']);
  const lenient = await check([wholeAndNotNegative({ of: counts, fractions: 'warning' })], figures);
  assert.deepEqual(lenient.said, ['count-whole error 2', 'count-whole warning 4']);
});

test('a figure given twice with one value is a warning, with different values an error on each row', async () => {
  const twice = await check(
    [duplicateKey()],
    [...series('KEN', 2001, [5]), ...series('KEN', 2001, [5]), ...series('KEN', 2002, [5])],
  );
  assert.deepEqual(twice.said, ['duplicate-key warning 3']);
  assert.deepEqual([twice.rows, twice.observations, twice.rejected], [3, 3, 0]);
  const thrice = await check(
    [duplicateKey()],
    [...series('KEN', 2001, [5]), ...series('KEN', 2001, [6]), ...series('KEN', 2001, [5])],
  );
  assert.deepEqual(thrice.said, ['duplicate-key error 2', 'duplicate-key error 3', 'duplicate-key error 4']);
  assert.match(thrice.findings[1]?.message ?? '', /Row 3 gives 6, .* 5 in row 2, 5 in row 4/);
});

test('male and female make the total where both are given, and one alone is not above it', async () => {
  const bySex = (year: number, total: number, male?: number, female?: number): Figure[] => [
    ['KEN', 'Held', 'Total', 'Counts', year, total],
    ...(male === undefined ? [] : [['KEN', 'Held', 'Male', 'Counts', year, male] as const]),
    ...(female === undefined ? [] : [['KEN', 'Held', 'Female', 'Counts', year, female] as const]),
  ];
  const rule = [partsOfTotal({ dimension: 'SEX', parts: ['M', 'F'], of: counts })];
  assert.deepEqual((await check(rule, bySex(2001, 10, 7, 3))).said, []);
  assert.deepEqual((await check(rule, bySex(2001, 10, 7, 4))).said, ['parts-of-sex warning 2']);
  assert.deepEqual((await check(rule, bySex(2001, 10, 7, 2))).said, ['parts-of-sex warning 2']);
  assert.deepEqual((await check(rule, bySex(2001, 10, 7))).said, []);
  assert.deepEqual((await check(rule, bySex(2001, 10, 11))).said, ['parts-of-sex warning 2']);
  // Parts of another year are not this year's.
  assert.deepEqual((await check(rule, [...bySex(2001, 10), ...bySex(2002, 7, 7, 0)])).said, []);
});

test('a part is not above its whole', async () => {
  const rule = [notAbove({ part: { TOPIC: 'UNSENTENCED' }, whole: { TOPIC: 'HELD' } })];
  const { said, findings } = await check(rule, [
    ['KEN', 'Held', 'Total', 'Counts', 2001, 10],
    ['KEN', 'Unsentenced', 'Total', 'Counts', 2001, 11],
    ['PER', 'Held', 'Total', 'Counts', 2001, 10],
    ['PER', 'Unsentenced', 'Total', 'Counts', 2001, 10],
    ['PER', 'Unsentenced', 'Male', 'Counts', 2001, 99],
  ]);
  assert.deepEqual(said, ['part-above-whole error 3']);
  assert.match(findings[0]?.message ?? '', /Row 3: 11 \(Kenya \(KEN\).* 10 in row 2/);
});

const pairs = (year: number, population: number, held: readonly number[], rates?: readonly number[]): Figure[] =>
  (['Held', 'Unsentenced', 'Deaths'] as const).slice(0, held.length).flatMap((topic, place): Figure[] => [
    ['KEN', topic, 'Total', 'Counts', year, held[place] ?? 0],
    ['KEN', topic, 'Total', 'Rate', year, rates?.[place] ?? ((held[place] ?? 0) / population) * 100_000],
  ]);
const follows = [countRate({ count: 'NUMBER', rate: 'PER_100000_POP', populationBy: ['SEX'] })];

test('rates of one area and year imply one population; the one that does not is named', async () => {
  assert.deepEqual((await check(follows, pairs(2001, 1_234_567, [1000, 321, 7]))).said, []);
  const { said, findings } = await check(follows, pairs(2001, 1_000_000, [1000, 300, 10], [100, 33, 1]));
  assert.deepEqual(said, ['rate-follows-count warning 5']);
  assert.match(
    findings[0]?.message ?? '',
    /the rate 33 does not follow from the count 300 in row 4 .* population of 1000000, which makes 30/,
  );
});

test('a rate that was rounded still follows; of two that disagree, the neighbours decide', async () => {
  assert.deepEqual((await check(follows, pairs(2001, 3_000_000, [1000, 7, 2], [33.3, 0.2, 0.1]))).said, []);
  const disputed = [
    ...pairs(2000, 1_000_000, [900, 200]),
    ...pairs(2001, 1_000_000, [1000, 300], [100, 60]),
    ...pairs(2002, 1_000_000, [900, 200]),
  ];
  assert.deepEqual((await check(follows, disputed)).said, ['rate-follows-count warning 9']);
});

test('a rate of zero with a count, or the other way round, does not follow; a population that leaps is named', async () => {
  assert.deepEqual((await check(follows, pairs(2001, 1_000_000, [1000, 300], [100, 0]))).said, [
    'rate-follows-count warning 5',
  ]);
  const leap = [2000, 2001, 2002].flatMap((year) => pairs(year, year === 2001 ? 2_000_000 : 1_000_000, [1000]));
  assert.deepEqual((await check(follows, leap)).said, ['rate-follows-count warning 5']);
  const growth = [1, 1.2, 1.44, 1.7].flatMap((factor, place) => pairs(2000 + place, factor * 1_000_000, [1000]));
  assert.deepEqual((await check(follows, growth)).said, []);
});

test('a series that always moves may move, one that stands still may not jump', async () => {
  const rule = [jump({ of: counts })];
  assert.deepEqual((await check(rule, series('KEN', 2001, [100, 102, 99, 101, 100, 103, 260]))).said, [
    'jump warning 8',
  ]);
  assert.deepEqual((await check(rule, series('KEN', 2001, [100, 230, 95, 210, 100, 240, 100]))).said, []);
  // Small numbers double without meaning; a fall to nothing is a jump.
  assert.deepEqual((await check(rule, series('KEN', 2001, [4, 10, 4, 12]))).said, []);
  assert.deepEqual((await check(rule, series('KEN', 2001, [100, 98, 99, 101, 100, 0]))).said, ['jump warning 7']);
});

test('what is given under two names is the same', async () => {
  const rule = [mirror({ one: { TOPIC: 'UNSENTENCED' }, other: { TOPIC: 'HELD' } })];
  const twice = (year: number, one: number, other: number): Figure[] => [
    ['KEN', 'Held', 'Total', 'Counts', year, other],
    ['KEN', 'Unsentenced', 'Total', 'Counts', year, one],
  ];
  assert.deepEqual((await check(rule, [...twice(2001, 1000, 1009), ...twice(2002, 1000, 1020)])).said, [
    'mirror warning 5',
  ]);
});

test('a year that few areas report is said once', async () => {
  const figures = ['KEN', 'PER', 'FRA', 'MAR'].flatMap((area) =>
    series(area, 2001, area === 'KEN' ? [1, 1, 1] : [1, 1]),
  );
  const { findings } = await check([coverage({ of: counts })], figures);
  assert.deepEqual(
    findings.map(({ rule, severity, key }) => [rule, severity, key]),
    [['coverage', 'info', { TIME_PERIOD: '2003' }]],
  );
});

test('a row with an error is left out of what follows', async () => {
  const { said } = await check(
    [duplicateKey(), partsOfTotal({ dimension: 'SEX', parts: ['M', 'F'], of: counts })],
    [
      ['MNG', 'Held', 'Total', 'Counts', 2019, 5202],
      ['MNG', 'Held', 'Male', 'Counts', 2019, 70],
      ['MNG', 'Held', 'Male', 'Counts', 2019, 4914],
      ['MNG', 'Held', 'Female', 'Counts', 2019, 288],
    ],
  );
  assert.deepEqual(said, ['duplicate-key error 3', 'duplicate-key error 4']);
});
