import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkRecord } from '#engines/registers/index.ts';
import { competentAuthorities, demonstrationAuthorities } from './index.ts';

describe('the invented authorities', () => {
  const records = demonstrationAuthorities();

  it('are at least forty, of every region, and marked', () => {
    assert.ok(records.length >= 40, String(records.length));
    assert.ok(records.every(({ demonstration }) => demonstration));
  });

  it('are complete and well-formed', () => {
    for (const { data } of records) {
      const { findings } = checkRecord(competentAuthorities, data);
      assert.deepEqual(findings, [], JSON.stringify(data['name']));
    }
  });

  it('are named in the languages that they accept, each once', () => {
    const names = records.map(({ data }) => JSON.stringify(data['name']));
    assert.equal(new Set(names).size, names.length);
    const kazakh = records.find(({ data }) => data['country'] === 'KAZ');
    assert.deepEqual(Object.keys(kazakh?.data['name'] as object).sort(), ['en', 'ru']);
  });

  it('lead nowhere: their addresses and numbers are kept for examples', () => {
    for (const { data } of records) {
      for (const email of data['email'] as string[]) assert.match(email, /\.example\.org$/);
      for (const number of [...(data['telephone'] as string[]), data['urgentContact'] as string])
        assert.match(number, /^\+999 555 \d{4}$/);
    }
  });
});
