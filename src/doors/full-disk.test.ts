import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { open, readdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import * as z from 'zod';
import { countries } from '#reference/index.ts';
import { aFolder, aServer, jsonOf, runMandata, type Ended, type TestServer } from '#kernel/testing/index.ts';
import { aPrisonFile } from './testing/a-prison-file.ts';

const env = { MANDATA_DEMO: '0' };
const megabyte = 2 ** 20;
const importedSchema = z.looseObject({ observations: z.int() });
const releasedSchema = z.looseObject({ release: z.int(), observations: z.int() });

/** Mounts a small disk in memory at the path; says why it cannot. */
function mountSmall(path: string): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'needs root on Linux, to mount a small disk';
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=192m,mode=0700', 'tmpfs', path], {
    encoding: 'utf8',
  });
  return status === 0 ? undefined : `a small disk cannot be mounted here: ${stderr}`;
}

describe('a full disk', () => {
  let folder: Awaited<ReturnType<typeof aFolder>>;
  let cannot: string | undefined;
  let server: TestServer | undefined;
  let disk: string;
  let data: string;
  before(async () => {
    folder = await aFolder();
    disk = folder.path;
    cannot = mountSmall(disk);
    if (cannot !== undefined) return;
    data = join(disk, 'data');
    server = await aServer({ data, env });
  });
  after(async () => {
    await server?.stop();
    if (cannot === undefined) spawnSync('umount', ['-l', disk]);
    await folder.remove();
  });

  const ballast = (): string => join(disk, 'ballast');
  /** Takes all of the disk but `leave` bytes. */
  const fill = async (leave: number): Promise<void> => {
    const { bavail, bsize } = await statfs(disk);
    const file = await open(ballast(), 'a');
    const block = Buffer.alloc(megabyte / 4, 1);
    try {
      for (let left = bavail * bsize - leave; left > 0; left -= block.length)
        await file.write(block, 0, Math.min(block.length, left));
    } catch (error) {
      // The server may have taken the last bytes first.
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    } finally {
      await file.close();
    }
  };
  const run = (...words: string[]): Promise<Ended> => runMandata(words, { data, env });
  const inFull = ({ code, out, err }: Ended): void => {
    assert.equal(code, 1, `${out}${err}`);
    assert.match(err, /disk|space/i);
    assert.doesNotMatch(err, /\bat .*\.ts:|failed unexpectedly/);
    assert.equal(err.trimEnd().split('\n').length, 1, err);
  };
  const filesIn = async (part: string): Promise<string[]> =>
    (await readdir(join(data, 'statistics', part), { recursive: true }).catch(() => [])).filter((name) =>
      name.endsWith('.parquet'),
    );

  it('during an import: says so, keeps nothing of it, and takes the file once there is space', async (test) => {
    if (cannot !== undefined || server === undefined) return test.skip(cannot);
    const large = join(folder.path, 'large.csv');
    const values = Array.from({ length: 27 }, (_, at) => 10_000 + at);
    const rows = countries.flatMap(({ id }) => aPrisonFile(values, id).trim().split('\n').slice(1));
    await writeFile(large, `${aPrisonFile([]).trim()}\n${rows.join('\n')}\n`);
    await fill(megabyte / 4);
    inFull(await run('statistics', 'import', large, '--flow', 'MANDATA:PRISONS', '--accept', '--json'));
    assert.deepEqual(await filesIn('batches'), []);
    assert.equal((await server.ask('/healthz')).status, 200);
    assert.equal((await server.ask('/en/areas/KEN')).status, 200, 'pages are still answered');
    await rm(ballast());
    const imported = await run('statistics', 'import', large, '--flow', 'MANDATA:PRISONS', '--accept', '--json');
    assert.equal(imported.code, 0, imported.err);
    assert.equal(importedSchema.parse(jsonOf(imported)).observations, rows.length);
  });

  it('during a release: says so, publishes nothing, and publishes the first release once there is space', async (test) => {
    if (cannot !== undefined || server === undefined) return test.skip(cannot);
    await fill(0);
    inFull(await run('statistics', 'release', 'MANDATA:PRISONS', '--json'));
    assert.equal((await server.ask('/sdmx/rest/data/MANDATA,PRISONS/all')).status, 404);
    assert.deepEqual(await filesIn('releases'), []);
    await rm(ballast());
    const released = await run('statistics', 'release', 'MANDATA:PRISONS', '--json');
    assert.equal(released.code, 0, released.err);
    assert.deepEqual(releasedSchema.parse(jsonOf(released)).release, 1);
    const verified = await run('audit', 'verify', '--json');
    assert.equal(z.looseObject({ ok: z.boolean() }).parse(jsonOf(verified)).ok, true, verified.out);
  });

  it('does not keep a server from stopping, nor from starting again once there is space', async (test) => {
    if (cannot !== undefined || server === undefined) return test.skip(cannot);
    await fill(0);
    const code = await server.stop();
    await rm(ballast());
    server = await aServer({ data, env });
    assert.equal(code, 0);
    const csv = await (
      await server.ask('/sdmx/rest/data/MANDATA,PRISONS/A.KEN.PERSONS_HELD._T._T._T.NUMBER?format=csv')
    ).text();
    assert.match(csv, /,2000,10000,/);
  });
});
