import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { daysOf, readPeriod } from './read-period.ts';

test('years and SDMX periods are read, other texts are not', () => {
  for (const [cell, period] of [
    [2019, '2019'],
    ['2019', '2019'],
    [' 2019 ', '2019'],
    ['2019.0', '2019'],
    ['1013', '1013'],
    ['2019-Q1', '2019-Q1'],
    ['2019-03', '2019-03'],
    ['2019-03-31', '2019-03-31'],
    ['2020-W53', '2020-W53'],
  ] as const) {
    assert.equal(readPeriod(cell), period);
  }
  for (const cell of ['', '19', '2019/20', '2019-Q5', '2019-13', 'Year', 20191])
    assert.equal(readPeriod(cell), undefined, String(cell));
});

test('a period has its first and last day', () => {
  assert.deepEqual(daysOf('2019'), { start: '2019-01-01', end: '2019-12-31' });
  assert.deepEqual(daysOf('1013'), { start: '1013-01-01', end: '1013-12-31' });
  assert.deepEqual(daysOf('2020-02'), { start: '2020-02-01', end: '2020-02-29' });
  assert.deepEqual(daysOf('2019-S2'), { start: '2019-07-01', end: '2019-12-31' });
  assert.deepEqual(daysOf('2019-T3'), { start: '2019-09-01', end: '2019-12-31' });
  assert.deepEqual(daysOf('2019-Q4'), { start: '2019-10-01', end: '2019-12-31' });
  assert.deepEqual(daysOf('2019-A1'), { start: '2019-01-01', end: '2019-12-31' });
  assert.deepEqual(daysOf('2019-M11'), { start: '2019-11-01', end: '2019-11-30' });
  assert.deepEqual(daysOf('2019-03-31'), { start: '2019-03-31', end: '2019-03-31' });
  assert.deepEqual(daysOf('2020-D366'), { start: '2020-12-31', end: '2020-12-31' });
  // ISO 8601: week 1 of 2021 begins on Monday 4 January, and week 53 of 2020 ends the day before.
  assert.deepEqual(daysOf('2021-W01'), { start: '2021-01-04', end: '2021-01-10' });
  assert.deepEqual(daysOf('2020-W53'), { start: '2020-12-28', end: '2021-01-03' });
});

test('the parts of a year follow each other without gap', () => {
  const parts = { S: 2, T: 3, Q: 4 } as const;
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 2999 }), fc.constantFrom('S', 'T', 'Q'), (year, kind) => {
      const all = Array.from({ length: parts[kind] }, (_, n) => daysOf(`${year}-${kind}${n + 1}`));
      assert.equal(all[0]?.start, daysOf(String(year)).start);
      assert.equal(all.at(-1)?.end, daysOf(String(year)).end);
      for (const [n, part] of all.slice(1).entries()) {
        assert.equal(Date.parse(part.start) - Date.parse(all[n]?.end ?? ''), 86_400_000);
      }
    }),
  );
});
