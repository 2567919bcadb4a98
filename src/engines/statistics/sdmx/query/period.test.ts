import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { daysOf } from './period.ts';

describe('time periods', () => {
  const days = (period: string) => Object.values(daysOf(period)).join(' ');

  it('cover whole days', () => {
    assert.equal(days('2020'), '2020-01-01 2020-12-31');
    assert.equal(days('2020-A1'), '2020-01-01 2020-12-31');
    assert.equal(days('2020-S2'), '2020-07-01 2020-12-31');
    assert.equal(days('2020-T2'), '2020-05-01 2020-08-31');
    assert.equal(days('2020-Q1'), '2020-01-01 2020-03-31');
    assert.equal(days('2020-02'), '2020-02-01 2020-02-29');
    assert.equal(days('2021-M02'), '2021-02-01 2021-02-28');
    assert.equal(days('2020-02-29'), '2020-02-29 2020-02-29');
    assert.equal(days('2020-02-29T10:00:00'), '2020-02-29 2020-02-29');
    assert.equal(days('1013'), '1013-01-01 1013-12-31');
  });

  it('count weeks as ISO 8601 does, and days of the year', () => {
    assert.equal(days('2020-W01'), '2019-12-30 2020-01-05');
    assert.equal(days('2021-W01'), '2021-01-04 2021-01-10');
    assert.equal(days('2020-W53'), '2020-12-28 2021-01-03');
    assert.equal(days('2020-D060'), '2020-02-29 2020-02-29');
  });

  it('are refused when they do not exist', () => {
    for (const period of [
      '',
      'soon',
      '20',
      '2020-13',
      '2020-Q5',
      '2020-S3',
      '2020-T4',
      '2020-W54',
      '2021-02-29',
      '2020-D367',
    ]) {
      assert.throws(() => daysOf(period), /is not a time period/, period);
    }
  });
});
