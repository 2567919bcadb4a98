import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openLog } from './log.ts';

function capture(level: 'debug' | 'info' = 'info') {
  const lines: string[] = [];
  const log = openLog({ level, write: (line) => lines.push(line), clock: () => new Date('2026-01-02T03:04:05Z') });
  return { log, lines: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

test('a line is one JSON object with time, level, message and facts', () => {
  const { log, lines } = capture();
  log.with({ request: 'r1' }).info('answered', { status: 200, rows: 7n });
  assert.deepEqual(lines(), [
    { at: '2026-01-02T03:04:05.000Z', level: 'info', message: 'answered', request: 'r1', status: 200, rows: '7' },
  ]);
});

test('lines below the level are left out, and an error keeps its cause', () => {
  const { log, lines } = capture();
  log.debug('detail');
  log.error('failed', { error: new Error('outer', { cause: new Error('inner') }) });
  assert.equal(lines().length, 1);
  const error = lines()[0]?.['error'] as { message: string; cause: { message: string } };
  assert.equal(error.message, 'outer');
  assert.equal(error.cause.message, 'inner');
});
