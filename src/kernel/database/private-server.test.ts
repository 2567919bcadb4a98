import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, it, type TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { openDatabase } from './open-database.ts';
import { createPglite } from './open-last-resort.ts';
import { openPrivate } from './open-private.ts';
import { findNative } from './private/binaries.ts';
import { exists, isRunning } from './processes.ts';
import { silent } from './testing.ts';
import type { OpenDatabase } from './types.ts';

const skip = findNative() === undefined ? 'no PostgreSQL is packaged for this machine' : false;
const root = process.getuid?.() === 0;
const asRoot = skip || !root ? skip || 'needs root' : false;
const script = new URL('testing-writer.ts', import.meta.url).pathname;
const canNobodyRead =
  root &&
  spawnSync(process.execPath, ['-p', '1'], { uid: 65_534, gid: 65_534, cwd: '/' }).status === 0 &&
  spawnSync('/bin/sh', ['-c', 'test -r "$1"', 'sh', script], { uid: 65_534, gid: 65_534, cwd: '/' }).status === 0;
const asNobody = asRoot || canNobodyRead ? asRoot : 'the checkout lies below a folder closed to other users';

/** What a test leaves is cleared in the opposite order of its making. */
const leftBehind = new WeakMap<TestContext, (() => Promise<unknown>)[]>();
function afterwards(test: TestContext, clear: () => Promise<unknown>): void {
  const steps = leftBehind.get(test) ?? [];
  if (!leftBehind.has(test)) {
    leftBehind.set(test, steps);
    test.after(async () => {
      for (const step of steps.toReversed()) await step();
    });
  }
  steps.push(clear);
}

/** A folder that is gone after the test; as mkdtemp makes it, closed to all others. */
async function aFolder(test: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mandata-test-'));
  afterwards(test, () => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

async function anOpen(test: TestContext, dataFolder: string): Promise<OpenDatabase> {
  const database = await openDatabase({ dataFolder, allowLastResort: false, log: silent });
  afterwards(test, () => database.close());
  return database;
}

const postmasterOf = async (dataFolder: string): Promise<number> =>
  Number((await readFile(join(dataFolder, 'database/18/postmaster.pid'), 'utf8')).split('\n')[0]);

/** Owner of a process, as root sees it. */
const userOf = async (pid: number): Promise<number> => (await stat(`/proc/${pid}`)).uid;

/** A second process that owns the folder; `lines` grows as it speaks. */
async function aWriter(
  test: TestContext,
  dataFolder: string,
  options: { mode?: string; uid?: number; path?: string } = {},
): Promise<{ child: ChildProcess; lines: string[]; wrote: () => number[] }> {
  const child = spawn(process.execPath, [script, dataFolder, options.mode ?? 'write'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: '/',
    ...(options.uid !== undefined && { uid: options.uid, gid: options.uid }),
    env: { ...process.env, ...(options.path !== undefined && { PATH: options.path }) },
  });
  afterwards(test, async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  await until(() => lines.some((line) => /^(ready|failed)/.test(line)), 30_000);
  return {
    child,
    lines,
    wrote: () => lines.flatMap((line) => (line.startsWith('wrote ') ? [Number(line.slice(6))] : [])),
  };
}

async function until(holds: () => boolean | Promise<boolean>, milliseconds = 15_000): Promise<void> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await wait(20)) if (await holds()) return;
  throw new Error(`not within ${milliseconds} ms: ${holds.toString()}`);
}

const rowsIn = async (database: OpenDatabase): Promise<Set<number>> => {
  const { rows } = await sql<{ id: number }>`select id from acknowledged`.execute(database.owner);
  return new Set(rows.map(({ id }) => id));
};

describe('the private PostgreSQL', { skip }, () => {
  it('runs below a folder that is closed to all others, and is closed itself', async (test) => {
    const folder = await aFolder(test);
    const database = await anOpen(test, join(folder, 'data'));
    assert.equal(database.kind, 'private');
    assert.equal(database.facts.survivesPowerLoss, true);
    assert.equal((await stat(join(folder, 'data/database/18'))).mode & 0o777, 0o700);
    const { rows } = await sql`select current_setting('fsync') as fsync, current_setting('data_checksums') as checksums,
      (select datlocprovider from pg_database where datname = current_database()) as provider,
      (select array_agg(t order by t collate "und-x-icu") from unnest(array['b', 'A', 'a', 'é', 'z', 'e']) t) as names,
      lower('ÉÑЖ') as lower, (select rolsuper from pg_roles where rolname = current_user) as super`.execute(
      database.owner,
    );
    assert.deepEqual(rows, [
      {
        fsync: 'on',
        checksums: 'on',
        provider: 'b',
        names: ['a', 'A', 'b', 'e', 'é', 'z'],
        lower: 'éñж',
        super: false,
      },
    ]);
  });

  it(
    'runs as nobody where everybody may pass, and is handed over when that changes',
    { skip: asRoot },
    async (test) => {
      const folder = await aFolder(test);
      await chmod(folder, 0o755);
      const dataFolder = join(folder, 'data');
      await mkdir(dataFolder, { mode: 0o755 });
      for (const [mode, user] of [
        [0o755, 65_534],
        [0o700, 0],
        [0o755, 65_534],
      ] as const) {
        await chmod(folder, mode);
        const database = await openDatabase({ dataFolder, allowLastResort: false, log: silent });
        await sql`create table if not exists kept (at timestamptz default now())`.execute(database.owner);
        await sql`insert into kept default values`.execute(database.owner);
        assert.equal(await userOf(await postmasterOf(dataFolder)), user);
        assert.equal((await stat(join(dataFolder, 'database/18'))).uid, user);
        if (mode === 0o755 && (await readdir(dataFolder)).length > 0) {
          const { rows } = await sql<{ n: number }>`select count(*) as n from kept`.execute(database.owner);
          assert.ok([1, 3].includes(rows[0]?.n ?? 0));
        }
        await database.close();
      }
    },
  );

  it('runs for an ordinary user', { skip: asNobody }, async (test) => {
    const folder = await aFolder(test);
    await chown(folder, 65_534, 65_534);
    const { child, lines } = await aWriter(test, folder, { mode: 'hold', uid: 65_534 });
    assert.deepEqual(lines, ['ready private']);
    child.stdin?.end();
    await once(child, 'exit');
    assert.deepEqual(lines.at(-1), 'closed');
  });

  it('has its socket elsewhere when the path is too long for one', async (test) => {
    const folder = join(await aFolder(test), 'd'.repeat(60), 'e'.repeat(60));
    await mkdir(folder, { recursive: true, mode: 0o755 });
    const database = await anOpen(test, folder);
    assert.deepEqual((await sql`select 1 as one`.execute(database.owner)).rows, [{ one: 1 }]);
  });

  it('can listen on loopback instead, for those with the password only', async (test) => {
    const dataFolder = join(await aFolder(test), 'data');
    const database = await openPrivate({ dataFolder, log: silent, loopback: true });
    afterwards(test, () => database.close());
    const { rows } = await sql<{ port: string; address: string }>`select current_setting('port') as port,
      current_setting('listen_addresses') as address`.execute(database.owner);
    assert.equal(rows[0]?.address, '127.0.0.1');
    const intruder = openDatabase({
      dataFolder,
      databaseUrl: `postgres://postgres:guess@127.0.0.1:${rows[0]?.port ?? ''}/mandata`,
      log: silent,
    });
    await assert.rejects(intruder, /does not let Mandata in: password authentication failed/);
  });

  it('clears what a start that was cut short left, and a number that now belongs to another program', async (test) => {
    const dataFolder = join(await aFolder(test), 'data');
    await mkdir(join(dataFolder, 'database/new-half'), { recursive: true });
    await (await anOpen(test, dataFolder)).close();
    assert.ok(!(await readdir(join(dataFolder, 'database'))).includes('new-half'));
    const other = spawn('sleep', ['60']);
    test.after(() => other.kill());
    for (const pid of [other.pid ?? 0, 4_000_000]) {
      await writeFile(
        join(dataFolder, 'database/18/postmaster.pid'),
        `${pid}\n${dataFolder}/database/18\n1\n5432\n\n\n`,
      );
      await (await anOpen(test, dataFolder)).close();
    }
    assert.equal(exists(other.pid ?? 0), true);
  });

  it('belongs to one process', async (test) => {
    const dataFolder = join(await aFolder(test), 'data');
    await anOpen(test, dataFolder);
    const { lines } = await aWriter(test, dataFolder);
    assert.match(
      lines[0] ?? '',
      new RegExp(`^failed The data folder .*database is in use by .* process ${process.pid}:`),
    );
  });

  it('stops soon after its owner is killed, and nothing acknowledged is lost', { timeout: 120_000 }, async (test) => {
    const dataFolder = join(await aFolder(test), 'data');
    const acknowledged: number[] = [];
    for (let round = 1; round <= 3; round += 1) {
      const { child, wrote } = await aWriter(test, dataFolder);
      await until(() => wrote().length >= 200);
      const postmaster = await postmasterOf(dataFolder);
      child.kill('SIGKILL');
      await once(child, 'exit');
      acknowledged.push(...wrote());
      if (round < 3) await until(async () => !(await isRunning(postmaster)));
    }
    const database = await anOpen(test, dataFolder);
    const there = await rowsIn(database);
    assert.deepEqual(
      acknowledged.filter((id) => !there.has(id)),
      [],
    );
    test.diagnostic(`${acknowledged.length} rows acknowledged before 3 kills, none lost`);
  });

  it('that was left running without anybody is stopped before the next start', { timeout: 60_000 }, async (test) => {
    const dataFolder = join(await aFolder(test), 'data');
    const { child, wrote } = await aWriter(test, dataFolder);
    await until(() => wrote().length >= 50);
    const orphan = await postmasterOf(dataFolder);
    // Its watcher goes first, with the shell: the server then knows nothing of its owner's end.
    const kin = await relativesOf(orphan);
    for (const pid of kin) process.kill(pid, 'SIGKILL');
    child.kill('SIGKILL');
    await once(child, 'exit');
    await wait(300);
    assert.equal(await isRunning(orphan), true, 'the test needs an orphan');
    const database = await anOpen(test, dataFolder);
    assert.equal(await isRunning(orphan), false);
    const there = await rowsIn(database);
    assert.deepEqual(
      wrote().filter((id) => !there.has(id)),
      [],
    );
  });

  it(
    'is started again when it is killed, five times, and nothing acknowledged is lost',
    { timeout: 120_000 },
    async (test) => {
      const dataFolder = join(await aFolder(test), 'data');
      const { child, lines, wrote } = await aWriter(test, dataFolder);
      const pauses: number[] = [];
      for (let kill = 1; kill <= 5; kill += 1) {
        const before = wrote().length;
        await until(() => wrote().length >= before + 100);
        process.kill(await postmasterOf(dataFolder), 'SIGKILL');
        const killed = Date.now();
        const refused = lines.length;
        await until(() => lines.slice(refused).some((line) => line.startsWith('refused')));
        const silentFrom = lines.length;
        await until(() => lines.slice(silentFrom).some((line) => line.startsWith('wrote')));
        pauses.push(Date.now() - killed);
      }
      const refusals = new Set(lines.filter((line) => line.startsWith('refused')));
      assert.deepEqual([...refusals], ['refused unavailable']);
      child.stdin?.end();
      await once(child, 'close'); // not `exit`: its last lines may still be on their way
      assert.equal(lines.at(-1), 'closed');
      const there = await rowsIn(await anOpen(test, dataFolder));
      assert.deepEqual(
        wrote().filter((id) => !there.has(id)),
        [],
      );
      assert.ok(Math.max(...pauses) < 15_000);
      test.diagnostic(`${wrote().length} rows acknowledged, 5 kills, none lost; away for ${pauses.join(', ')} ms`);
    },
  );

  it(
    'gives way to the stand-in, with a warning, where it cannot run; and never beside a record of its own',
    { skip: asRoot },
    async (test) => {
      const folder = await aFolder(test);
      const dataFolder = join(folder, 'data');
      // Root below a closed folder, without the program that makes namespaces.
      const options = { mode: 'hold', path: '/nowhere' };
      const first = await aWriter(test, dataFolder, options);
      assert.match(first.lines[0] ?? '', /^warn The record is kept by the built-in stand-in/);
      assert.equal(first.lines[1], 'ready last-resort');
      first.child.stdin?.end();
      await once(first.child, 'exit');
      // Once begun there, it stays there, also where PostgreSQL could run.
      const second = await aWriter(test, dataFolder, { mode: 'hold' });
      assert.equal(second.lines[1], 'ready last-resort');
      const other = join(folder, 'other');
      await (await anOpen(test, other)).close();
      const third = await aWriter(test, other, options);
      assert.match(
        third.lines[0] ?? '',
        /^failed The private database in .* cannot be started: PostgreSQL cannot reach/,
      );
    },
  );
});

describe('the stand-in on a folder', () => {
  it('keeps what was written, and knows its owner', { timeout: 60_000 }, async (test) => {
    const dataFolder = join(await aFolder(test), 'data');
    const home = join(dataFolder, 'database/last-resort');
    await mkdir(join(dataFolder, 'database'), { recursive: true });
    await (await createPglite(home)).close();
    for (const expected of [1, 2]) {
      const database = await openDatabase({ dataFolder, log: silent });
      assert.equal(database.kind, 'last-resort');
      assert.equal(database.facts.survivesPowerLoss, false);
      await sql`create table if not exists kept (id int generated always as identity)`.execute(database.owner);
      await sql`insert into kept default values`.execute(database.owner);
      assert.deepEqual((await sql`select count(*) as n from kept`.execute(database.owner)).rows, [{ n: expected }]);
      await assert.rejects(openDatabase({ dataFolder, log: silent }), /is in use by the Mandata that runs as process/);
      await database.close();
    }
  });
});

/** The shell above a postmaster and the watcher beside it. */
async function relativesOf(pid: number): Promise<readonly number[]> {
  const parentOf = async (of: string): Promise<number> => {
    const text = await readFile(`/proc/${of}/stat`, 'utf8').catch(() => '');
    return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]);
  };
  const shell = await parentOf(String(pid));
  const kin = [];
  for (const entry of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    if ((await parentOf(entry)) === shell && Number(entry) !== pid) kin.push(Number(entry));
  }
  return [...kin, shell];
}
