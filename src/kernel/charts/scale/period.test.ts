import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPeriod } from './period.ts';

test('years and SDMX periods have their place in time', () => {
  assert.deepEqual(
    [2019, '2019-S2', '2019-Q2', '2019-07', '2019-M04', '2020-01-01'].map((x) => readPeriod(x).at),
    [2019, 2019.5, 2019.25, 2019.5, 2019.25, 2020],
  );
  assert.equal(readPeriod('2020-12-31').at, 2020 + 365 / 366);
});

test('what is no period is refused', () => {
  for (const x of ['2019-Q5', '2019-13', 'soon', '', '2019-00', '20190'])
    assert.throws(() => readPeriod(x), /is not a period/, x);
});
