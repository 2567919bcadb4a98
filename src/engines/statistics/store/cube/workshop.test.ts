import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Problem } from '#kernel/errors/problem.ts';
import { foldersOf } from './folders.ts';
import { inWorkshop } from './workshop.ts';

test('a workshop leaves nothing behind, also after an error', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mandata-workshop-'));
  const folders = foldersOf(folder);
  await inWorkshop(folders, async (workshop) => {
    await workshop.run('CREATE TABLE t AS SELECT 1 AS a');
    assert.ok(existsSync(workshop.folder));
  });
  await assert.rejects(
    inWorkshop(folders, (workshop) => workshop.run('SELECT nothing')),
    /nothing/,
  );
  assert.deepEqual(await readdir(folders.work), []);
  await rm(folder, { recursive: true });
});

test('a full disk is said in words, whoever met it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mandata-workshop-'));
  for (const error of [
    Object.assign(new Error('write failed'), { code: 'ENOSPC' }),
    new Error('IO Error: Could not write all bytes to file "x": wanted=1 wrote=0: No space left on device'),
  ]) {
    await assert.rejects(
      inWorkshop(foldersOf(folder), () => Promise.reject(error)),
      (problem) =>
        problem instanceof Problem &&
        problem.kind === 'unavailable' &&
        /disk .* is full/.test(problem.message) &&
        problem.cause === error,
    );
  }
  await rm(folder, { recursive: true });
});
