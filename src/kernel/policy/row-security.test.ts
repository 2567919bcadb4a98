import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowSecurityFor } from './index.ts';

test('the second wall holds for the owner as well and covers all four verbs', () => {
  const sql = rowSecurityFor('findings', { column: 'shown_to' });
  assert.match(sql, /ENABLE ROW LEVEL SECURITY;\nALTER TABLE findings FORCE ROW LEVEL SECURITY;/);
  assert.deepEqual(sql.match(/FOR (SELECT|INSERT|UPDATE|DELETE)/g), [
    'FOR SELECT',
    'FOR INSERT',
    'FOR UPDATE',
    'FOR DELETE',
  ]);
  assert.equal(sql.match(/mandata_reads\(shown_to\)/g)?.length, 5);
});

test('what may be handed in without being read back is only inserts', () => {
  const sql = rowSecurityFor('findings', { inserts: 'any' });
  assert.match(sql, /FOR INSERT WITH CHECK \(true\)/);
  assert.equal(sql.match(/mandata_reads\(audience\)/g)?.length, 4);
});

test('only plain names get into the SQL', () => {
  for (const name of ['a; DROP TABLE b', 'A', '', 'a b', 'a"b']) {
    assert.throws(() => rowSecurityFor(name), /not a plain SQL name/);
    assert.throws(() => rowSecurityFor('findings', { column: name }), /not a plain SQL name/);
  }
});
