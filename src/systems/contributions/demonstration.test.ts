import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unLanguages } from '#reference/index.ts';
import { checkRecord } from '#engines/registers/index.ts';
import { contributions, demonstrationContributions } from './index.ts';

describe('the invented submissions', () => {
  const records = demonstrationContributions();

  it('are at least thirty, each marked and of its own State', () => {
    assert.ok(records.length >= 30, String(records.length));
    assert.ok(records.every(({ demonstration }) => demonstration));
    assert.equal(new Set(records.map(({ id }) => id)).size, records.length);
    assert.equal(new Set(records.map(({ data }) => data['country'])).size, records.length);
  });

  it('are complete and well-formed', () => {
    for (const { id, data } of records) assert.deepEqual(checkRecord(contributions, data).findings, [], id);
  });

  it('are of every kind and to every body, with titles in six languages', () => {
    assert.equal(new Set(records.map(({ data }) => data['kind'])).size, 5);
    assert.equal(new Set(records.flatMap(({ data }) => data['body'] ?? [])).size, 6);
    for (const language of unLanguages)
      assert.ok(records.filter(({ data }) => language in (data['name'] as object)).length >= 5, language);
  });

  it('have a title in the language that they were sent in, and all in English', () => {
    for (const { id, data } of records) {
      const titles = data['name'] as Record<string, string>;
      assert.ok('en' in titles && String(data['language']) in titles, id);
      assert.ok('en' in (data['summary'] as object), id);
    }
  });
});
