import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { nextRun, readCron } from './cron.ts';

describe('a schedule', () => {
  const cases: readonly (readonly [cron: string, after: string, next: string])[] = [
    ['* * * * *', '2024-01-01T00:00:30Z', '2024-01-01T00:01:00Z'],
    ['*/15 * * * *', '2024-01-01T00:45:00Z', '2024-01-01T01:00:00Z'],
    ['30 2 * * *', '2024-01-01T02:30:00Z', '2024-01-02T02:30:00Z'],
    ['0 0 1 1 *', '2024-01-01T00:00:00Z', '2025-01-01T00:00:00Z'],
    ['0 9-17/4 * * 1-5', '2024-01-05T17:00:00Z', '2024-01-08T09:00:00Z'],
    ['0 0 29 2 *', '2024-03-01T00:00:00Z', '2028-02-29T00:00:00Z'],
    ['0 0 * * 7', '2024-01-01T00:00:00Z', '2024-01-07T00:00:00Z'],
    ['0 0 13 * 5', '2024-09-01T00:00:00Z', '2024-09-06T00:00:00Z'],
    ['5,50 23 31 12 *', '2024-12-31T23:05:00Z', '2024-12-31T23:50:00Z'],
    ['10/20 * * * *', '2024-01-01T00:10:00Z', '2024-01-01T00:30:00Z'],
  ];
  for (const [cron, after, next] of cases) {
    it(`"${cron}" after ${after} is ${next}`, () => {
      assert.equal(nextRun(cron, new Date(after)).toISOString(), new Date(next).toISOString());
    });
  }

  for (const wrong of [
    '',
    '* * * *',
    '60 * * * *',
    '* 24 * * *',
    '* * 0 * *',
    '* * * 13 *',
    '* * * * 8',
    '5-1 * * * *',
    '*/0 * * * *',
    'a * * * *',
    '1, * * * *',
  ]) {
    it(`"${wrong}" is refused`, () => assert.throws(() => readCron(wrong), /The schedule/));
  }

  it('that never comes is refused', () => assert.throws(() => nextRun('0 0 30 2 *', new Date()), /never comes/));

  it('comes next at the first fitting minute, found the slow way', () => {
    const field = (low: number, high: number): fc.Arbitrary<string> =>
      fc.oneof(
        fc.constant('*'),
        fc.integer({ min: low, max: high }).map(String),
        fc.integer({ min: 2, max: 9 }).map((n) => `*/${n}`),
      );
    const moments = fc.integer({ min: 1.7e9, max: 1.8e9 }).map((seconds) => new Date(seconds * 1000));
    fc.assert(
      fc.property(field(0, 59), field(0, 23), field(0, 6), moments, (minute, hour, weekday, after) => {
        const next = nextRun(`${minute} ${hour} * * ${weekday}`, after);
        const fits = (text: string, value: number): boolean =>
          text === '*' || (text.startsWith('*/') ? value % Number(text.slice(2)) === 0 : Number(text) === value);
        let at = Math.floor(after.getTime() / 60_000) * 60_000;
        let date: Date;
        do {
          at += 60_000;
          date = new Date(at);
        } while (
          !(
            fits(minute, date.getUTCMinutes()) &&
            fits(hour, date.getUTCHours()) &&
            (fits(weekday, date.getUTCDay()) || (date.getUTCDay() === 0 && fits(weekday, 7)))
          )
        );
        assert.equal(next.getTime(), at);
      }),
      { numRuns: 100 },
    );
  });
});
