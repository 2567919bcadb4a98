import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { aFolder, aServer, runMandata } from '#kernel/testing/index.ts';

/** A Node.js of this machine that is too old to run Mandata itself. */
const old = ['/usr/bin/node', '/usr/local/bin/node', '/opt/node/bin/node'].find((path) => {
  const [major = '0', minor = '0'] =
    spawnSync(path, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout?.split('.') ?? [];
  return Number(major) >= 18 && (Number(major) < 24 || (Number(major) === 24 && Number(minor) < 7));
});

describe(
  'on a machine with an older Node.js',
  { skip: old === undefined && 'no older Node.js is installed here' },
  () => {
    const node = old ?? '';
    let folder: Awaited<ReturnType<typeof aFolder>>;
    before(async () => {
      folder = await aFolder();
    });
    after(() => folder.remove());

    it('the pinned runtime takes over, and exit codes come through', async () => {
      const version = await runMandata(['--version'], { node });
      assert.deepEqual([version.code, version.err], [0, '']);
      assert.match(version.out, /^\d+\.\d+\.\d+\n$/);
      assert.equal((await runMandata(['no-such-command'], { node })).code, 2);
    });

    it('the site is served, and stops when it is asked to', async () => {
      const server = await aServer({ data: join(folder.path, 'data'), env: { MANDATA_DEMO: '0' }, node });
      assert.equal((await server.ask('/readyz')).status, 200);
      assert.equal((await server.ask('/en')).status, 200);
      assert.equal(await server.stop(), 0);
      await assert.rejects(server.ask('/healthz'), 'nothing answers any more');
    });
  },
);
