import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { instruments, lawTerms, unLanguages } from '#reference/index.ts';
import { checkRecord } from '#engines/registers/index.ts';
import { demonstrationForms, demonstrationProviders, evidenceForms, evidenceProviders } from './index.ts';

describe('the invented service providers', () => {
  const records = demonstrationProviders();

  it('are at least twelve, each marked and of its own name', () => {
    assert.ok(records.length >= 12, String(records.length));
    assert.ok(records.every(({ demonstration }) => demonstration));
    assert.equal(new Set(records.map(({ id }) => id)).size, records.length);
    assert.equal(new Set(records.map(({ data }) => data['name'])).size, records.length);
  });

  it('are complete and well-formed', () => {
    for (const { id, data } of records) assert.deepEqual(checkRecord(evidenceProviders, data).findings, [], id);
  });

  it('hold every kind of data somewhere, each kind once', () => {
    const kinds = records.map(({ data }) => data['dataKinds'] as string[]);
    for (const one of kinds) assert.equal(new Set(one).size, one.length);
    assert.deepEqual(
      lawTerms('provider-data').filter(({ id }) => !kinds.flat().includes(id)),
      [],
    );
  });

  it('lead nowhere', () => {
    for (const { data } of records) {
      assert.match(String(data['channel']), /^https:\/\/authorities\.[a-z]+\.example\//);
      assert.match(String(data['emergencyChannel']), /^emergency@[a-z]+\.example$/);
      assert.match((data['guide'] as { url: string }).url, /^https:\/\/[a-z]+\.example\//);
    }
  });
});

describe('the model forms', () => {
  const records = demonstrationForms();
  const partsOf = (kind: string) =>
    records.find(({ data }) => data['kind'] === kind)?.data['parts'] as {
      key: string;
      heading: Record<string, string>;
      prompt: Record<string, string>;
      required: boolean;
    }[];

  it('are one of each kind, marked, and without findings', () => {
    assert.deepEqual(
      records.map(({ data }) => data['kind']),
      ['preservation', 'disclosure', 'emergency', 'assistance-stored', 'assistance-real-time'],
    );
    for (const { id, data, demonstration } of records) {
      assert.ok(demonstration);
      assert.deepEqual(checkRecord(evidenceForms, data).findings, [], id);
    }
  });

  it('can be filled in: who asks, on which basis, in which case, for which data of whom, until when, and signed', () => {
    for (const { data } of records) {
      const parts = partsOf(String(data['kind']));
      const keys = parts.map(({ key }) => key);
      assert.equal(new Set(keys).size, keys.length);
      for (const key of [
        'authority',
        'legal-basis',
        'case',
        'accounts',
        'data',
        'confidentiality',
        'contact',
        'signature',
      ])
        assert.ok(keys.includes(key), `${String(data['kind'])}: ${key}`);
      assert.ok(parts.find(({ key }) => key === 'signature')?.required);
      for (const { heading, prompt } of parts) {
        assert.deepEqual(Object.keys(heading).sort(), [...unLanguages].sort());
        assert.deepEqual(Object.keys(prompt), ['en', 'fr']);
      }
    }
    assert.ok(partsOf('emergency').find(({ key }) => key === 'danger')?.required);
    assert.ok(partsOf('assistance-real-time').find(({ key }) => key === 'collection')?.required);
  });

  it('rest on treaties that are there', () => {
    const known = new Set(instruments.map(({ id }) => id));
    for (const { data } of records)
      for (const treaty of data['basis'] as string[]) assert.ok(known.has(treaty), treaty);
  });
});
