import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { migrationsIn } from './migrations-in.ts';

it('the steps of an area are read in the order of their numbers, and misnamed ones refused', async (test) => {
  const folder = await mkdtemp(join(tmpdir(), 'mandata-test-'));
  test.after(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, 'migrations'));
  const module = pathToFileURL(join(folder, 'index.ts')).href;
  const write = (name: string): Promise<void> => writeFile(join(folder, 'migrations', name), `-- ${name}`);
  for (const name of ['0010-later.sql', '0002-first.sql', 'notes.txt']) await write(name);
  assert.deepEqual(migrationsIn(module, 'law'), [
    { id: 'law/0002-first', sql: '-- 0002-first.sql' },
    { id: 'law/0010-later', sql: '-- 0010-later.sql' },
  ]);
  await write('0002-again.sql');
  assert.throws(() => migrationsIn(module, 'law'), /two migrations carry the number 0002/);
  await rm(join(folder, 'migrations/0002-again.sql'));
  await write('1-x.sql');
  assert.throws(() => migrationsIn(module, 'law'), /1-x\.sql is not named NNNN-what-it-does\.sql/);
});
