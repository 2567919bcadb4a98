import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { scheduleRules } from './check-schedules.ts';
import { schedulesOn, type Decision } from './schedules-on.ts';

const decisions: readonly Decision[] = [
  { act: 'included', schedule: '1971-IV', decided: '1990-02-12', effective: '1990-08-12' },
  { act: 'transferred', schedule: '1971-III', decided: '1995-03-15', effective: '1995-09-15' },
  { act: 'included', schedule: '1961-I', decided: '2001-03-20', effective: '2001-09-20' },
  { act: 'included', schedule: '1961-IV', decided: '2001-03-20', effective: '2001-09-20' },
  { act: 'deleted', schedule: '1961-IV', decided: '2020-12-02', effective: '2021-04-22' },
];

describe('the schedules of a substance', () => {
  for (const [day, schedules] of [
    ['1990-08-11', []],
    ['1990-08-12', ['1971-IV']],
    ['1995-09-15', ['1971-III']],
    ['2010-01-01', ['1961-I', '1961-IV', '1971-III']],
    ['2026-01-01', ['1961-I', '1971-III']],
  ] as const)
    it(`on ${day} are ${schedules.join(', ') || 'none'}, in whatever order the decisions are kept`, () => {
      assert.deepEqual(schedulesOn(decisions, day), schedules);
      assert.deepEqual(schedulesOn(decisions.toReversed(), day), schedules);
    });

  it('must be those that its decisions lead to', () => {
    const [follow, after] = scheduleRules;
    assert.deepEqual(follow?.find({ decisions, schedules: ['1971-III', '1961-I'] }), []);
    assert.equal(follow?.find({ decisions, schedules: ['1971-IV'] })[0]?.field, 'schedules');
    const early = [{ act: 'included', schedule: '1961-I', decided: '2020-03-04', effective: '2020-01' }];
    assert.equal(after?.find({ decisions: early })[0]?.field, 'decisions.1.effective');
  });
});
