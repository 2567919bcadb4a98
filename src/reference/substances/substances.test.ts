import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findSubstance, meaningsOfSubstanceName, substanceNames, substances } from '../index.ts';
import { assertUnique } from '../testing/consistency.ts';

describe('substances', () => {
  it('has every substance once, each with a name in some language', () => {
    assertUnique(substances.map(({ id }) => id));
    assert.equal(substances.length, 45);
    assert.equal(substanceNames().length, 729);
    for (const { id } of substances)
      assert.ok(
        substanceNames().some(({ substance }) => substance.id === id),
        id,
      );
  });

  it('finds a substance by id, name and street name in any language', () => {
    const expected = {
      cocaine: 'cocaine',
      Cocaína: 'cocaine',
      'CANNABIS RESIN': 'cannabis-resin',
      hashish: 'cannabis-resin',
      героин: 'heroin',
      'fentanyl-precursor': 'fentanyl-precursor',
      'Acetic anhydride': 'acetic-anhydride',
    };
    for (const [word, id] of Object.entries(expected)) assert.equal(findSubstance(word)?.id, id, word);
    assert.equal(findSubstance('sugar'), undefined);
  });

  it('gives every meaning of a word, the least ambiguous first, in one language if asked', () => {
    const order = ['low', 'medium', 'high'];
    for (const { name } of substanceNames()) {
      const places = meaningsOfSubstanceName(name).map(({ ambiguity }) => order.indexOf(ambiguity));
      assert.deepEqual(
        places,
        places.toSorted((a, b) => a - b),
        name,
      );
    }
    assert.ok(meaningsOfSubstanceName('blanche', 'fr').length > 1);
    assert.ok(meaningsOfSubstanceName('blanche', 'fr').every(({ language }) => language === 'fr'));
    assert.deepEqual(meaningsOfSubstanceName('blanche', 'ru'), []);
  });
});
