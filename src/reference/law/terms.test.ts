import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lawTermLists, lawTerms } from './terms.ts';

describe('the terms that the law registers share', () => {
  it('are each given once in their list, under a broader one that is there', () => {
    for (const list of lawTermLists()) {
      const ids = lawTerms(list).map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length, list);
      for (const { id, broader } of lawTerms(list))
        assert.ok(broader === undefined || (ids.includes(broader) && broader !== id), `${list}: ${id}`);
    }
  });

  it('have labels in the scripts of their languages, no two of a list the same', () => {
    for (const list of lawTermLists()) {
      for (const { id, label } of lawTerms(list)) {
        assert.match(label.ar, /\p{Script=Arabic}/u, id);
        assert.match(label.ru, /\p{Script=Cyrillic}/u, id);
        assert.match(label.zh, /\p{Script=Han}/u, id);
      }
      for (const language of ['ar', 'en', 'es', 'fr', 'ru', 'zh'] as const) {
        const labels = lawTerms(list).map(({ label }) => label[language]);
        assert.equal(new Set(labels).size, labels.length, `${list} in ${language}`);
      }
    }
  });

  it('refuse a list that is not there', () => {
    assert.throws(() => lawTerms('crimes-of-passion'), TypeError);
  });
});
