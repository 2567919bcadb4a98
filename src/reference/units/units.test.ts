import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { convert, findUnit, units } from '../index.ts';
import { assertSixNames, assertUnique } from '../testing/consistency.ts';

describe('units', () => {
  it('has every unit once, named in six languages, with a base of its own dimension', () => {
    assertUnique(units.map(({ id }) => id));
    for (const unit of units) {
      assertSixNames(unit.id, unit.name);
      assert.ok(unit.factor > 0, unit.id);
      const base = units.find(({ id }) => id === unit.base);
      if (base !== undefined) assert.deepEqual([base.dimension, base.factor], [unit.dimension, 1], unit.id);
      else assert.equal(unit.base, unit.id);
      assert.equal(findUnit(unit.id), unit);
    }
  });

  it('finds what published files call a unit', () => {
    const expected = {
      Counts: 'NUMBER',
      'Rate per 100,000 population': 'PER_100000_POP',
      'Percentage of total persons held': 'PT',
      '%': 'PT',
      kg: 'KG',
      Kilograms: 'KG',
      g: 'GR',
      litres: 'LT',
      hectares: 'HA',
      USD: 'USD',
      Comprimés: 'TABLET',
      公斤: undefined,
      千克: 'KG',
    };
    for (const [word, id] of Object.entries(expected)) assert.equal(findUnit(word)?.id, id, word);
  });

  it('converts within a dimension only', () => {
    assert.equal(convert(2.5, 't', 'kg'), 2500);
    assert.equal(convert(2, 'LB', 'KG'), 0.90718474);
    assert.equal(convert(50, '%', 'ratio'), 0.5);
    assert.equal(convert(1, 'USD_GR', 'USD_KG'), 1000);
    assert.equal(convert(1, 'KG', 'LT'), undefined);
    assert.equal(convert(1, 'USD', 'EUR'), undefined);
    assert.equal(convert(1, 'parsec', 'KG'), undefined);
  });

  it('converts there and back', () => {
    const pairs = units.flatMap((a) =>
      units.filter((b) => b.dimension === a.dimension).map((b) => [a.id, b.id] as const),
    );
    fc.assert(
      fc.property(fc.constantFrom(...pairs), fc.double({ min: 1e-6, max: 1e9, noNaN: true }), ([from, to], value) => {
        const there = convert(value, from, to) ?? Number.NaN;
        const back = convert(there, to, from) ?? Number.NaN;
        return Math.abs(back - value) <= 1e-9 * value;
      }),
    );
  });
});
