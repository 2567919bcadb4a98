import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findInstrument, instruments } from '../index.ts';
import { assertUnique } from '../testing/consistency.ts';

describe('instruments', () => {
  it('has the 28 instruments once each', () => {
    assert.equal(instruments.length, 28);
    assertUnique(instruments.map(({ id }) => id));
    assert.equal(instruments.filter(({ group }) => group === 'terrorism').length, 19);
  });

  it('dates each, and none comes into force before it is adopted', () => {
    for (const { id, adopted, inForceSince } of instruments) {
      assert.match(adopted, /^\d{4}-\d{2}-\d{2}$/, id);
      if (inForceSince !== undefined) assert.ok(/^\d{4}-\d{2}-\d{2}$/.test(inForceSince) && inForceSince > adopted, id);
    }
    assert.equal(findInstrument('uncac')?.inForceSince, '2005-12-14');
    assert.equal(findInstrument('cybercrime-2024')?.inForceSince, undefined);
  });

  it('finds by id, short name and title', () => {
    assert.equal(findInstrument('UNTOC')?.id, 'untoc');
    assert.equal(findInstrument('United Nations Convention against Corruption')?.id, 'uncac');
    assert.equal(findInstrument('ct 05')?.short, 'Hostages Convention');
    assert.equal(findInstrument('Treaty of Utopia'), undefined);
  });

  it('gives headings where they are known', () => {
    const articles = findInstrument('untoc')?.articles ?? [];
    assert.equal(articles.length, 41);
    assert.deepEqual(
      articles.find(({ number }) => number === '18'),
      { number: '18', heading: 'Mutual legal assistance' },
    );
  });
});
