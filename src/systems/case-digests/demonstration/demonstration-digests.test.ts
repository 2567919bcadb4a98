import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkRecord } from '#engines/registers/index.ts';
import { caseDigests, demonstrationDigests } from '../index.ts';

const records = demonstrationDigests();

describe('the invented digests', () => {
  it('are five, marked, and keep every rule of their register', () => {
    assert.equal(records.length, 5);
    for (const { data, demonstration } of records) {
      assert.ok(demonstration);
      assert.deepEqual(checkRecord(caseDigests, data).findings, []);
    }
  });

  it('have four to six chapters, each resting on cases', () => {
    for (const { id, data } of records) {
      const chapters = (data['chapters'] as readonly { number: string }[]).map(({ number }) => number);
      assert.ok(chapters.length >= 4 && chapters.length <= 6, id);
      const quoting = (data['quotations'] as readonly { chapter: string }[]).map(({ chapter }) => chapter);
      assert.deepEqual([...new Set(quoting)], chapters, id);
    }
  });
});
