import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { aDatabase } from '#kernel/database/testing.ts';
import { anonymous, operator } from '#kernel/policy/index.ts';
import type { RegisterDefinition } from './definition.ts';
import { createRecord } from './records/create-record.ts';
import { getRecord } from './records/get-record.ts';
import { findRecords } from './find/find-records.ts';
import { seedRecords } from './records/seed-records.ts';
import type { SeedRecord } from './seed-record.ts';
import { editor, registersOver, registersSteps } from './testing/index.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The files that the page tells its reader to write, by name. */
async function filesOfThePage(): Promise<ReadonlyMap<string, string>> {
  const page = await readFile(join(root, 'docs/how-to-add-a-system.md'), 'utf8');
  return new Map(
    [...page.matchAll(/```ts file=(\S+)\n([\s\S]*?)```/g)].map(([, name = '', text = '']) => [name, text]),
  );
}

describe('the page on how to add a system', () => {
  let folder: string;
  let courses: RegisterDefinition;
  let demonstrationCourses: readonly SeedRecord[];

  before(async () => {
    // A checkout of its own that shares our sources: what the reader writes goes beside the other systems.
    folder = await mkdtemp(join(tmpdir(), 'mandata-page-'));
    await symlink(join(root, 'src'), join(folder, 'src'));
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    await writeFile(join(folder, 'package.json'), await readFile(join(root, 'package.json')));
    await mkdir(join(folder, 'courses'));
    for (const [name, text] of await filesOfThePage()) await writeFile(join(folder, 'courses', name), text);
    const load = async (name: string): Promise<Record<string, unknown>> =>
      (await import(pathToFileURL(join(folder, 'courses', name)).href)) as Record<string, unknown>;
    courses = (await load('register.ts'))['courses'] as RegisterDefinition;
    demonstrationCourses = (await load('demonstration.ts'))['demonstrationCourses'] as readonly SeedRecord[];
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('leads to a register that takes records in, finds them and keeps closed fields closed', async () => {
    const as = registersOver(await aDatabase(registersSteps), [courses]);
    assert.deepEqual(await seedRecords(as(operator), demonstrationCourses), { made: 1 });
    const data = {
      name: { en: 'Cross-examination' },
      country: 'PER',
      audience: ['judges'],
      held: '2025',
      evaluation: 'Fine.',
    };
    const made = await createRecord(as(editor), 'courses', { data, moves: ['publish'] });
    const found = await findRecords(as(anonymous), 'courses', { q: 'examination', facets: ['country'] });
    assert.deepEqual([found.total, found.facets['country']?.map(({ value }) => value)], [1, ['PER']]);
    assert.equal(found.demonstration.total, 0, 'the invented course does not fit the words');
    assert.equal((await getRecord(as(anonymous), 'courses', made.id)).record.data['evaluation'], undefined);
    assert.equal((await getRecord(as(editor), 'courses', made.id)).record.data['evaluation'], 'Fine.');
    await assert.rejects(
      createRecord(as(editor), 'courses', { data: { ...data, participants: 3, women: 4 }, moves: ['publish'] }),
      /more women than participants/,
    );
  });

  it('leads to a test that passes', () => {
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const ended = spawnSync(process.execPath, ['--test', join(folder, 'courses', 'courses.test.ts')], {
      cwd: folder,
      env,
      encoding: 'utf8',
      timeout: 120_000,
    });
    assert.equal(ended.status, 0, ended.stdout + ended.stderr);
    assert.match(ended.stdout, /pass 2/);
  });

  it('names files and lists that are there', async () => {
    const page = await readFile(join(root, 'docs/how-to-add-a-system.md'), 'utf8');
    const index = await readFile(join(root, 'src/systems/index.ts'), 'utf8');
    for (const name of ['registers', 'records()'])
      assert.ok(page.includes(`\`${name}\``) && index.includes(name.replace('()', '')), name);
    for (const [, path = ''] of page.matchAll(/`(src\/[\w./-]+\.(?:ts|md))`/g))
      if (!path.includes('/courses/')) assert.ok((await readFile(join(root, path), 'utf8')) !== '', path);
  });
});
