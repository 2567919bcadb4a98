import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { describe, it, type TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { Problem } from '#kernel/errors/problem.ts';
import { lockDataFolder } from './lock-folder.ts';

const module = new URL('lock-folder.ts', import.meta.url).href;
const root = process.getuid?.() === 0;

/** A process that waits for the hour, asks for the folder and says what it got. */
const program = `
const [folder, at] = process.argv.slice(1);
const { lockDataFolder } = await import(${JSON.stringify(module)});
while (Date.now() < Number(at));
try { await lockDataFolder(folder); console.log('owner'); setInterval(() => {}, 1000); }
catch (error) { console.log(error.message); }
`;

async function anAsker(
  test: TestContext,
  folder: string,
  options: { at?: number; uid?: number } = {},
): Promise<{ child: ChildProcess; answer: string }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, folder, String(options.at ?? 0)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: '/',
    ...(options.uid !== undefined && { uid: options.uid, gid: options.uid }),
  });
  test.after(() => child.kill('SIGKILL'));
  for await (const answer of createInterface({ input: child.stdout })) return { child, answer };
  throw new Error('no answer');
}

async function aFolder(test: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mandata-test-'));
  test.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

describe('the lock of a data folder', () => {
  it('is refused to a second process in one sentence that names the first one and the folder', async (test) => {
    const folder = await aFolder(test);
    const lock = await lockDataFolder(join(folder, 'data'));
    const { answer } = await anAsker(test, join(folder, 'data'));
    assert.ok(answer.includes(join(folder, 'data')) && answer.includes(`process ${process.pid}:`), answer);
    await assert.rejects(
      lockDataFolder(join(folder, 'data')),
      (error: unknown) => error instanceof Problem && error.kind === 'conflict',
    );
    await lock.release();
    assert.equal((await anAsker(test, join(folder, 'data'))).answer, 'owner');
  });

  it('goes to exactly one of eight that ask in the same millisecond', { timeout: 60_000 }, async (test) => {
    const folder = await aFolder(test);
    // The name of one long gone is no hindrance.
    await writeFile(join(folder, 'owner.json'), '{"pid":4000000,"started":"1"}');
    const at = Date.now() + 3000;
    const askers = await Promise.all(Array.from({ length: 8 }, () => anAsker(test, folder, { at })));
    const owners = askers.filter(({ answer }) => answer === 'owner');
    assert.equal(owners.length, 1);
    for (const { answer } of askers.filter((asker) => asker !== owners[0])) {
      assert.match(answer, new RegExp(`runs as process ${owners[0]?.child.pid}:`));
    }
  });

  it('is not refused because another stood in the door and turned back', async (test) => {
    const folder = await aFolder(test);
    await (await lockDataFolder(folder)).release();
    const passer = new DatabaseSync(join(folder, 'lock'));
    passer.exec('create table door (stood); begin');
    passer.prepare('select * from door').all();
    const asked = lockDataFolder(folder);
    await wait(200);
    passer.close();
    await (await asked).release();
  });

  it('is free as soon as its owner is killed, ten times over', { timeout: 60_000 }, async (test) => {
    const folder = await aFolder(test);
    for (let round = 0; round < 10; round += 1) {
      const { child, answer } = await anAsker(test, folder);
      assert.equal(answer, 'owner');
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    await (await lockDataFolder(folder)).release();
  });

  it('holds between users', { skip: root ? false : 'needs root' }, async (test) => {
    const folder = await aFolder(test);
    await chown(folder, 65_534, 65_534);
    const { child, answer } = await anAsker(test, folder, { uid: 65_534 });
    assert.equal(answer, 'owner');
    await assert.rejects(lockDataFolder(folder), new RegExp(`process ${child.pid}:`));
    child.kill('SIGKILL');
    await once(child, 'exit');
    await (await lockDataFolder(folder)).release();
    const passing = await aFolder(test);
    await chown(passing, 65_534, 65_534);
    await (await lockDataFolder(passing)).release();
    assert.equal((await anAsker(test, passing, { uid: 65_534 })).answer, 'owner');
    const closed = await aFolder(test);
    await (await lockDataFolder(closed)).release();
    assert.match((await anAsker(test, closed, { uid: 65_534 })).answer, /belongs to another user/);
  });
});
