import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { crimes, findCrime, findCrimes, parentOfCrime, partsOfCrime } from '../index.ts';
import { assertParents, assertUnique } from '../testing/consistency.ts';

describe('the international crime classification', () => {
  it('has every category once, below the one it belongs to, in English and Spanish', () => {
    assertUnique(crimes.map(({ code }) => code));
    assertParents(crimes.map(({ code, parent }) => ({ id: code, ...(parent === undefined ? {} : { parent }) })));
    for (const { code, name } of crimes) assert.ok(name.en.length > 3 && (name.es ?? '').length > 3, code);
  });

  it('has eleven sections and every level below them', () => {
    const count = (level: number): number => crimes.filter((crime) => crime.level === level).length;
    assert.deepEqual([1, 2, 3, 4].map(count), [11, 63, 148, 98]);
    for (const { code, level, parent } of crimes)
      assert.equal(crimes.find((crime) => crime.code === parent)?.level ?? 0, level - 1, code);
  });

  it('has the categories that the indicators need', () => {
    assert.equal(findCrime('0101')?.name.en, 'Intentional homicide');
    assert.equal(findCrime('ICCS020111')?.name.en, 'Serious assault');
    assert.equal(findCrime('02041')?.name.en, 'Trafficking in persons for sexual exploitation');
    assert.equal(findCrime('0401')?.name.es, 'Robo');
    assert.equal(findCrime('07031')?.name.en, 'Bribery');
    assert.equal(findCrime('0108'), undefined);
    assert.deepEqual(
      partsOfCrime('0103').map(({ code }) => code),
      ['01031', '01032'],
    );
  });

  it('finds the parent of a ragged code, also of one that goes deeper than the classification', () => {
    assert.equal(parentOfCrime('010321'), '01032');
    assert.equal(parentOfCrime('0101'), '01');
    assert.equal(parentOfCrime('01'), undefined);
    assert.equal(parentOfCrime('01011'), '0101');
    assert.equal(parentOfCrime('99'), undefined);
  });

  it('reads codes that join categories', () => {
    const codes = (composite: string): string[] | undefined => findCrimes(composite)?.map(({ code }) => code);
    assert.deepEqual(codes('ICCS0101_0102'), ['0101', '0102']);
    assert.deepEqual(codes('ICCS02043_02044'), ['02043', '02044']);
    assert.deepEqual(codes('ICCS02-04'), ['02', '03', '04']);
    assert.deepEqual(codes('0301'), ['0301']);
    for (const wrong of ['', '0101_', '0101_9999', '04-02', '02-0301', '01-02-03', 'TOTAL'])
      assert.equal(codes(wrong), undefined, wrong);
  });

  it('gives every parent as a prefix of its child', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...crimes),
        ({ code, parent }) => parent === undefined || (code.startsWith(parent) && findCrime(parent) !== undefined),
      ),
    );
  });
});
