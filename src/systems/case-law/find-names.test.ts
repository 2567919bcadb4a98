import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pseudonymRule } from './find-names.ts';

const fieldsOf = (data: Parameters<typeof pseudonymRule.find>[0]): readonly string[] =>
  pseudonymRule.find(data).map(({ field }) => field);

describe('names left in a case', () => {
  it('are found whole, in parts, without accents and in every language of a text', () => {
    const realNames = 'Oríel Vantámaro; 黄小明';
    assert.deepEqual(fieldsOf({ realNames, facts: { en: 'D1 met Oriel Vantamaro.' } }), ['facts.en']);
    assert.deepEqual(fieldsOf({ realNames, commentary: { fr: 'VANTAMARO a fait appel.' } }), ['commentary.fr']);
    assert.deepEqual(fieldsOf({ realNames, facts: { zh: '被告人黄小明在港口。' } }), ['facts.zh']);
    assert.deepEqual(fieldsOf({ realNames, charges: [{ offence: 'Fraud by Oriel' }] }), ['charges.1.offence']);
  });

  it('are not seen in longer words or in pseudonyms', () => {
    assert.deepEqual(fieldsOf({ realNames: 'Ann Port', facts: { en: 'The annual report says that D1 left.' } }), []);
    assert.deepEqual(fieldsOf({ realNames: '', persons: [{ pseudonym: 'D1' }, { pseudonym: 'V12' }] }), []);
  });

  it('are suspected where a person has no pseudonym', () => {
    assert.deepEqual(fieldsOf({ persons: [{ pseudonym: 'Oriel' }, {}] }), [
      'persons.1.pseudonym',
      'persons.2.pseudonym',
    ]);
  });
});
