import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkRecord } from '#engines/registers/index.ts';
import { demonstrationSubstances, substances } from './index.ts';
import { molarMass } from './molar-mass.ts';

describe('the substances to try the register with', () => {
  const records = demonstrationSubstances();

  it('are at least 150, complete and well-formed, CAS check digits included', () => {
    assert.ok(records.length >= 150, String(records.length));
    for (const { data } of records)
      assert.deepEqual(checkRecord(substances, data).findings, [], JSON.stringify(data['code']));
  });

  it('are each one substance: no code and no CAS number comes twice', () => {
    for (const field of ['code', 'cas']) {
      const values = records.flatMap(({ data }) => data[field] ?? []);
      assert.equal(new Set(values).size, values.length, field);
    }
  });

  it('say that they were not compared with the lists in force', () => {
    for (const { data, demonstration } of records) {
      assert.equal(demonstration, true);
      assert.match(String(data['confidence']), /not compared/);
    }
  });
});

describe('the molar mass', () => {
  for (const [formula, mass] of [
    ['C17H19NO3', 285.343],
    ['HCl', 36.458],
    ['KMnO4', 158.032],
    ['C18H22INO3', 427.278],
  ] as const)
    it(`of ${formula} is ${mass} g/mol`, () => assert.equal(molarMass(formula), mass));

  it('is not guessed for what is no formula', () => {
    for (const wrong of ['', 'c6h6', 'C6H6+', 'Xx2', '12']) assert.equal(molarMass(wrong), undefined, wrong);
  });
});
