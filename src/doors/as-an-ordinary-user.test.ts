import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import * as z from 'zod';
import { aFolder, aServer, jsonOf, program, runMandata, type TestServer } from '#kernel/testing/index.ts';
import { aPrisonFile } from './testing/a-prison-file.ts';

const nobody = 65_534;
const env = { MANDATA_DEMO: '0' };
const root = process.getuid?.() === 0;

/** Why the program cannot be run as another user here, or false. */
function cannot(): string | false {
  if (!root) return 'needs root, to become another user';
  const probe = spawnSync(process.execPath, ['-e', `require('node:fs').readFileSync(${JSON.stringify(program)})`], {
    uid: nobody,
    gid: nobody,
    cwd: '/',
  });
  return probe.status === 0 ? false : 'the checkout or Node.js lies below a folder closed to other users';
}

const readySchema = z.object({
  ready: z.literal(true),
  checks: z.looseObject({ database: z.looseObject({ kind: z.string(), survivesPowerLoss: z.boolean() }) }),
});

/** The private database, not the last resort, with every write on the disk. */
async function assertPrivateDatabase(server: TestServer): Promise<void> {
  const { database } = readySchema.parse(await (await server.ask('/readyz')).json()).checks;
  assert.equal(database.kind, 'private');
  assert.equal(database.survivesPowerLoss, true);
}

/** Real user of the database's first process. */
async function userOfDatabase(data: string): Promise<number> {
  const [pid = ''] = (await readFile(join(data, 'database', '18', 'postmaster.pid'), 'utf8')).split('\n');
  return (await stat(`/proc/${pid}`)).uid;
}

describe('a first start', () => {
  const folders: { remove(): Promise<void> }[] = [];
  const servers: TestServer[] = [];
  after(async () => {
    for (const server of servers) await server.stop();
    for (const folder of folders) await folder.remove();
  });

  it('by an ordinary user works like any other, and leaves nothing to root', { skip: cannot() }, async () => {
    // Pages are built into the checkout, which may belong to another: this start makes sure that there is nothing left to build.
    const own = await aFolder();
    folders.push(own);
    const first = await aServer({ data: join(own.path, 'data'), env });
    await first.stop();

    const folder = await aFolder(nobody);
    folders.push(folder);
    const data = join(folder.path, 'data');
    const server = await aServer({ data, env, uid: nobody });
    servers.push(server);
    await assertPrivateDatabase(server);
    assert.equal(await userOfDatabase(data), nobody);
    const file = join(folder.path, 'kenya.csv');
    await writeFile(file, aPrisonFile([50_000, 51_000]));
    const imported = await runMandata(
      ['statistics', 'import', file, '--flow', 'MANDATA:PRISONS', '--accept', '--json'],
      { data, env, uid: nobody },
    );
    assert.equal(imported.code, 0, imported.err);
    assert.equal(z.looseObject({ rows: z.int() }).parse(jsonOf(imported)).rows, 2);
    assert.equal((await server.ask('/en')).status, 200);
    assert.equal(await server.stop(), 0);
    for (const name of await readdir(data, { recursive: true }))
      assert.equal((await stat(join(data, name))).uid, nobody, name);
    assert.equal((await stat(data)).mode & 0o777, 0o700);
  });

  it(
    'by root below a folder that is closed to all others runs the database as nobody else could',
    { skip: root ? false : 'needs root' },
    async () => {
      const folder = await aFolder();
      folders.push(folder);
      assert.equal((await stat(folder.path)).mode & 0o777, 0o700);
      const data = join(folder.path, 'deep', 'data');
      const server = await aServer({ data, env });
      servers.push(server);
      await assertPrivateDatabase(server);
      assert.equal(await server.stop(), 0);
      assert.equal((await stat(folder.path)).mode & 0o777, 0o700, 'the folder of another is left as it was');
      assert.equal((await stat(join(data, 'database', '18'))).mode & 0o777, 0o700);
    },
  );
});
