import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { findAcceptanceReport, type AcceptanceReport } from './acceptance-report.ts';
import { catalogue } from './catalogue.ts';
import { listSystems } from './list-systems.ts';

const report = (systems: AcceptanceReport['systems']): AcceptanceReport => ({
  commit: 'c',
  date: '2026-01-01T00:00:00Z',
  sources: 's',
  systems,
});
const stateOf = (id: string, given: AcceptanceReport | undefined) =>
  listSystems(given, (built) => built !== 'courses').find((system) => system.id === id)?.state;

test('a system works only when all of its acceptance test passed on these sources', () => {
  assert.equal(stateOf('prisons', report({ prisons: { passed: 3, failed: 0, skipped: 0 } })), 'works');
  assert.equal(stateOf('prisons', report({ prisons: { passed: 3, failed: 1, skipped: 0 } })), 'partly');
  assert.equal(stateOf('prisons', report({ prisons: { passed: 3, failed: 0, skipped: 1 } })), 'partly');
  assert.equal(stateOf('prisons', report({})), 'unverified');
  assert.equal(stateOf('prisons', undefined), 'unverified');
  assert.equal(stateOf('courses', report({ courses: { passed: 1, failed: 0, skipped: 0 } })), 'planned');
});

test('a report of other sources, or a damaged one, is none', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'report-')), 'acceptance.json');
  assert.equal(findAcceptanceReport(path, 's'), undefined);
  writeFileSync(path, JSON.stringify(report({})));
  assert.deepEqual(findAcceptanceReport(path, 's')?.commit, 'c');
  assert.equal(findAcceptanceReport(path, 'other'), undefined);
  writeFileSync(path, '{"commit":');
  assert.equal(findAcceptanceReport(path, 's'), undefined);
});

test('the catalogue names each system once, with its source in the reports', () => {
  assert.equal(new Set(catalogue.map(({ id }) => id)).size, catalogue.length);
  assert.equal(catalogue.length, 75);
  for (const { id, sources } of catalogue)
    assert.ok(sources.length > 0 && sources.every((source) => /^(A|E)\/\S+/.test(source)), id);
});
