import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findArea, instruments, lawTerms, unLanguages } from '#reference/index.ts';
import { checkRecord } from '#engines/registers/index.ts';
import { demonstrationResources, resources } from './index.ts';

const records = demonstrationResources();
const all = (field: string): readonly string[] =>
  records.flatMap(({ data }) => (data[field] as string[] | undefined) ?? []);

describe('the invented works', () => {
  it('are at least 120, each marked and called by a name of its own', () => {
    assert.ok(records.length >= 120, String(records.length));
    assert.ok(records.every(({ demonstration, register }) => demonstration && register === 'resources'));
    assert.equal(new Set(records.map(({ id }) => id)).size, records.length);
    for (const language of unLanguages) {
      const names = records.flatMap(({ data }) => (data['name'] as Record<string, string>)[language] ?? []);
      assert.equal(new Set(names).size, names.length, language);
      assert.ok(names.length >= 30, `${language}: ${String(names.length)}`);
    }
  });

  it('are complete and well-formed', () => {
    for (const { id, data } of records) assert.deepEqual(checkRecord(resources, data).findings, [], id);
  });

  it('replace only what comes before them, and speak of treaties that are there', () => {
    const before = new Set<string>();
    for (const { id = '', data } of records) {
      for (const earlier of (data['replaces'] as string[] | undefined) ?? []) assert.ok(before.has(earlier), id);
      before.add(id);
    }
    assert.ok(all('replaces').length >= 5);
    const known = new Set(instruments.map((one) => one.id));
    assert.deepEqual(
      [...new Set(all('treaties'))].filter((treaty) => !known.has(treaty)),
      [],
    );
  });

  it('are of every kind and theme, from 2008 to 2026', () => {
    assert.deepEqual(
      lawTerms('resource-kinds').filter((one) => !records.some(({ data }) => data['kind'] === one.id)),
      [],
    );
    assert.deepEqual(
      lawTerms('themes').filter((one) => !all('themes').includes(one.id)),
      [],
    );
    const years = new Set(records.map(({ data }) => String(data['published']).slice(0, 4)));
    assert.deepEqual(
      [...years].sort(),
      Array.from({ length: 19 }, (_, year) => String(2008 + year)),
    );
  });

  it('are summed up in another language than English for at least a third', () => {
    const translated = records.filter(({ data }) => Object.keys(data['summary'] as object).length > 1);
    assert.ok(translated.length * 3 >= records.length, String(translated.length));
  });

  it('carry a translation only into languages that they are published in', () => {
    for (const { id, data } of records) {
      const languages = data['languages'] as string[];
      for (const field of ['name', 'summary'])
        assert.deepEqual(
          Object.keys(data[field] as object).filter((one) => !languages.includes(one)),
          [],
          id,
        );
    }
  });

  it('are divided into modules where they teach', () => {
    for (const { id, data } of records)
      if (['training', 'university'].includes(data['kind'] as string)) assert.ok(Array.isArray(data['modules']), id);
  });

  it('tell of at least every second one where it was used, after it came out, with no more women than people', () => {
    const used = records.filter(({ data }) => data['reach'] !== undefined);
    assert.ok(used.length * 2 >= records.length, String(used.length));
    for (const { id, data } of used)
      for (const { country, date, participants, women } of data['reach'] as {
        country: string;
        date: string;
        participants: number;
        women: number;
      }[]) {
        assert.ok(findArea(country) !== undefined, `${id}: ${country}`);
        assert.ok(date >= String(data['published']).slice(0, 7), `${id}: ${date}`);
        assert.ok(women <= participants, `${id}: ${date}`);
      }
  });
});
