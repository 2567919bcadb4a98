import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findLanguage, unLanguages, worldLanguages } from '../index.ts';
import { assertUnique } from '../testing/consistency.ts';

describe('languages', () => {
  it('has every language once, with its own name', () => {
    assertUnique(worldLanguages.map(({ alpha2 }) => alpha2));
    assertUnique(worldLanguages.map(({ alpha3 }) => alpha3));
    assert.ok(worldLanguages.length >= 60);
    for (const { alpha2, alpha3, own } of worldLanguages)
      assert.match(`${alpha2} ${alpha3} ${own}`, /^[a-z]{2} [a-z]{3} \S/);
  });

  it('names the six official languages in all six', () => {
    for (const code of unLanguages) assert.equal(Object.keys(findLanguage(code)?.name ?? {}).length, 6, code);
    assert.equal(findLanguage('fr')?.name.es, 'Francés');
  });

  it('knows which are written from right to left', () => {
    assert.deepEqual(
      worldLanguages
        .filter(({ direction }) => direction === 'rtl')
        .map(({ alpha2 }) => alpha2)
        .toSorted(),
      ['ar', 'dv', 'fa', 'he', 'ps', 'ur'],
    );
  });

  it('finds a language by either code and by a tag', () => {
    assert.equal(findLanguage('por')?.own, 'Português');
    assert.equal(findLanguage('pt-BR')?.alpha3, 'por');
    assert.equal(findLanguage('xx'), undefined);
  });

  it('agrees with the runtime’s own English names', () => {
    const names = new Intl.DisplayNames('en', { type: 'language' });
    const differ = worldLanguages
      .filter(({ alpha2, name }) => names.of(alpha2) !== name.en)
      .map(({ alpha2 }) => alpha2);
    // The runtime says Bangla, Divehi and Fula.
    assert.deepEqual(
      differ.filter((code) => !['bn', 'dv', 'ff'].includes(code)),
      [],
    );
  });
});
