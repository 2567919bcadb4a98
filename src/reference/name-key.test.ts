import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { nameKey } from './name-key.ts';

describe('the key of a name', () => {
  it('is the same however a name is written', () => {
    for (const same of [
      ['Côte d’Ivoire', "COTE D'IVOIRE", 'Cote d Ivoire'],
      ['St. Lucia', 'Saint Lucia'],
      ['The Bahamas', 'Bahamas'],
      ['Bosnia & Herzegovina', 'Bosnia and Herzegovina'],
      ['U.K.', 'uk'],
      ['أفغانستان', 'افغانستان'],
      ['İstanbul', 'istanbul'],
      ['Łódź', 'lodz'],
    ]) {
      assert.equal(new Set(same.map(nameKey)).size, 1, same.join(' | '));
    }
  });

  it('keeps different names apart', () => {
    for (const [a, b] of [
      ['Niger', 'Nigeria'],
      ['Guinea', 'Guinea-Bissau'],
      ['Иран', 'Ирак'],
    ] as const)
      assert.notEqual(nameKey(a), nameKey(b));
  });

  it('does not change a key again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) => /^(the|st)$/.test(nameKey(text)) || nameKey(nameKey(text)) === nameKey(text),
      ),
    );
  });
});
