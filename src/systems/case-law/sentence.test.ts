import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sentencesOf, type Charge } from './sentence.ts';

const guilty = (years: number, more: Partial<Charge> = {}): Charge => ({
  defendant: 'D1',
  verdict: 'guilty',
  years,
  ...more,
});

describe('what a defendant has to serve', () => {
  it('is the sum of consecutive terms, with months carried into years', () => {
    const [one] = sentencesOf([guilty(2, { months: 8 }), guilty(1, { months: 6, days: 20 })]);
    assert.deepEqual(one?.toServe, { years: 4, months: 2, days: 20 });
  });

  it('is the longest of concurrent terms', () => {
    const [one] = sentencesOf([guilty(3, { concurrent: true }), guilty(7, { concurrent: true })]);
    assert.deepEqual(one?.toServe, { years: 7, months: 0, days: 0 });
  });

  it('lets concurrent terms run beside consecutive ones', () => {
    const [one] = sentencesOf([guilty(2), guilty(2), guilty(3, { concurrent: true })]);
    assert.deepEqual(one?.toServe, { years: 4, months: 0, days: 0 });
  });

  it('counts suspended terms apart, and acquittals not at all', () => {
    const [one] = sentencesOf([guilty(2, { suspended: true }), { ...guilty(9), verdict: 'not-guilty' }]);
    assert.deepEqual(one?.toServe, { years: 0, months: 0, days: 0 });
    assert.deepEqual(one?.suspended, { years: 2, months: 0, days: 0 });
    assert.equal(one?.convictions, 1);
  });

  it('is for life when one charge says so', () => {
    assert.equal(sentencesOf([guilty(5), { ...guilty(0), life: true }])[0]?.life, true);
  });

  it('does not depend on the order of the charges, and is never shorter than the longest', () => {
    const charge = fc.record({
      defendant: fc.constantFrom('D1', 'D2'),
      verdict: fc.constantFrom('guilty', 'guilty-plea', 'not-guilty'),
      years: fc.nat(40),
      months: fc.nat(11),
      days: fc.nat(30),
      concurrent: fc.boolean(),
    });
    const byName = (charges: readonly Charge[]) =>
      sentencesOf(charges).toSorted((a, b) => a.defendant.localeCompare(b.defendant));
    fc.assert(
      fc.property(fc.array(charge, { maxLength: 8 }), (charges) => {
        // Of two concurrent terms of one length either may stand: the property is of years and months.
        const round = charges.map((each) => ({ ...each, days: 0 }));
        assert.deepEqual(byName(round.toReversed()), byName(round));
        for (const { defendant, toServe } of sentencesOf(round)) {
          const longest = Math.max(
            0,
            ...round
              .filter((each) => each.defendant === defendant && each.verdict !== 'not-guilty')
              .map(({ years, months }) => years * 12 + months),
          );
          assert.ok(toServe.years * 12 + toServe.months >= longest);
        }
      }),
    );
  });
});
