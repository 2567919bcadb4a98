import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { crossDomainLists, findListOfCodes } from '../index.ts';
import { assertParents, assertUnique } from '../testing/consistency.ts';

const all = [
  'CL_FREQ',
  'CL_SEX',
  'CL_AGE',
  'CL_OBS_STATUS',
  'CL_CONF_STATUS',
  'CL_UNIT_MULT',
  'CL_DECIMALS',
  'CL_AREA',
  'CL_UNIT_MEASURE',
];
const codes = (list: string): string[] => findListOfCodes(list)?.codes.map(({ id }) => id) ?? [];

describe('code lists', () => {
  it('has each list, each code once, below one that exists, under an identifier that SDMX accepts', () => {
    assert.deepEqual(
      crossDomainLists.map(({ id }) => id),
      all.slice(0, 7),
    );
    for (const id of all) {
      const list = findListOfCodes(id);
      assert.ok(list !== undefined, id);
      assertUnique(codes(id));
      assertParents(list.codes);
      for (const code of list.codes) assert.match(code.id, /^[A-Za-z0-9_@$-]+$/);
      for (const code of list.codes) assert.notEqual(code.name.en, '');
    }
    assert.equal(findListOfCodes('CL_NOTHING'), undefined);
  });

  it('never puts an own code into a list of SDMX', () => {
    for (const { agency, codes } of crossDomainLists)
      if (agency === 'SDMX') assert.ok(codes.every(({ origin }) => origin !== 'own'));
  });

  it('has the published codes', () => {
    assert.deepEqual(codes('CL_SEX').toSorted(), ['F', 'M', '_N', '_O', '_T', '_U', '_Z']);
    assert.deepEqual(codes('CL_CONF_STATUS').toSorted(), ['C', 'D', 'F', 'N', 'S']);
    assert.deepEqual(codes('CL_UNIT_MULT'), ['0', '1', '2', '3', '4', '6', '9', '12', '15']);
    assert.equal(codes('CL_DECIMALS').length, 16);
    for (const code of ['A', 'B', 'E', 'I', 'L', 'M', 'O', 'P', 'Q'])
      assert.ok(codes('CL_OBS_STATUS').includes(code), code);
    for (const code of ['A', 'S', 'Q', 'M', 'D']) assert.ok(codes('CL_FREQ').includes(code), code);
    for (const code of ['_T', 'Y_LT18', 'Y_GE18', 'ADULT', 'JUVENILE']) assert.ok(codes('CL_AGE').includes(code), code);
  });

  it('makes the area list of every place, parts below their country', () => {
    const areas = findListOfCodes('CL_AREA')?.codes ?? [];
    assert.equal(areas.length, 285);
    assert.equal(areas.find(({ id }) => id === 'GBR_S')?.parent, 'GBR');
    assert.equal(areas.find(({ id }) => id === 'KEN')?.parent, '014');
    assert.equal(areas.find(({ id }) => id === 'WORLD')?.parent, undefined);
  });
});
