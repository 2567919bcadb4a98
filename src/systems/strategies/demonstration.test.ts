import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lawTerms, unLanguages } from '#reference/index.ts';
import { checkRecord } from '#engines/registers/index.ts';
import { demonstrationStrategies, strategies } from './index.ts';

describe('the invented strategies', () => {
  const records = demonstrationStrategies();

  it('are at least thirty, each marked and of its own name and State', () => {
    assert.ok(records.length >= 30, String(records.length));
    assert.ok(records.every(({ demonstration }) => demonstration));
    assert.equal(new Set(records.map(({ id }) => id)).size, records.length);
    assert.equal(new Set(records.map(({ data }) => data['country'])).size, records.length);
  });

  it('are complete and well-formed', () => {
    for (const { id, data } of records) assert.deepEqual(checkRecord(strategies, data).findings, [], id);
  });

  it('are of every kind and theme, with titles in six languages', () => {
    assert.equal(new Set(records.map(({ data }) => data['kind'])).size, 4);
    const themes = new Set(records.flatMap(({ data }) => data['themes'] as string[]));
    assert.deepEqual(
      lawTerms('themes').filter(({ id }) => !themes.has(id)),
      [],
    );
    for (const language of unLanguages)
      assert.ok(records.filter(({ data }) => language in (data['name'] as object)).length >= 4, language);
  });

  it('evaluate what is over, and plan what is to come', () => {
    for (const { id, data } of records) {
      const { from = '', to } = data['covers'] as { from?: string; to?: string };
      const adopted = String(data['adopted']);
      if (data['kind'] === 'evaluation') assert.ok(to !== undefined && to < adopted, id);
      else assert.ok(adopted.slice(0, 4) <= from.slice(0, 4), id);
    }
  });
});
