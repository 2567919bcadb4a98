import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lawTerms, unLanguages } from '#reference/index.ts';
import { checkRecord } from '#engines/registers/index.ts';
import { bibliography, demonstrationBibliography } from './index.ts';

describe('the invented publications', () => {
  const records = demonstrationBibliography();

  it('are at least forty, each marked and of its own title', () => {
    assert.ok(records.length >= 40, String(records.length));
    assert.ok(records.every(({ demonstration }) => demonstration));
    assert.equal(new Set(records.map(({ id }) => id)).size, records.length);
    assert.equal(new Set(records.map(({ data }) => data['name'])).size, records.length);
  });

  it('are complete and well-formed', () => {
    for (const { id, data } of records) assert.deepEqual(checkRecord(bibliography, data).findings, [], id);
  });

  it('are by bodies, and have identifiers that are kept for examples', () => {
    for (const { id, data } of records) {
      assert.ok(
        (data['authors'] as { kind: string }[]).every(({ kind }) => kind === 'body'),
        id,
      );
      if (data['doi'] !== undefined) assert.match(data['doi'] as string, /^10\.5555\//);
      assert.match((data['web'] as { url: string }[])[0]?.url ?? '', /^https:\/\/bibliography\.example\.org\//);
    }
    const dois = records.flatMap(({ data }) => (data['doi'] as string | undefined) ?? []);
    assert.ok(dois.length >= 20);
    assert.equal(new Set(dois).size, dois.length);
  });

  it('are in six languages, of every kind, method and type of crime', () => {
    const values = (field: string): ReadonlySet<unknown> => new Set(records.flatMap(({ data }) => data[field] ?? []));
    assert.deepEqual(
      unLanguages.filter((language) => !values('language').has(language)),
      [],
    );
    assert.equal(values('kind').size, 7);
    assert.equal(values('methods').size, 7);
    assert.deepEqual(
      lawTerms('crime-types').filter(({ id }) => !values('crimes').has(id)),
      [],
    );
  });
});
