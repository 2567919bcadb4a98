import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { buildIfNeeded } from '../../../scripts/build.ts';
import { measureBundles } from '../../../scripts/check-bundle-size.ts';
import { assetRoutes } from './assets.ts';
import { loadBuiltPages } from './built-pages.ts';

let folder = '';
before(async () => (folder = await mkdtemp(join(tmpdir(), 'mandata-build-'))));
after(() => rm(folder, { recursive: true, force: true }));

test('what is built is used again, and a build that lost its files is made anew', async () => {
  const dist = join(folder, 'dist');
  const first = await buildIfNeeded({ dist });
  assert.equal(first.built, true);
  assert.deepEqual(await buildIfNeeded({ dist }), { dist: first.dist, built: false });
  await rm(join(first.dist, 'server'), { recursive: true });
  const again = await buildIfNeeded({ dist });
  assert.equal(again.built, true);
  await loadBuiltPages(again.dist);
});

test('a shipped build serves without its sources, and one that was never made is named with its remedy', async () => {
  const { dist } = await buildIfNeeded({ dist: join(folder, 'dist') });
  const shipped = await buildIfNeeded({ dist: join(folder, 'dist'), root: join(folder, 'without-sources') });
  assert.deepEqual(shipped, { dist, built: false });
  await assert.rejects(loadBuiltPages(join(folder, 'nowhere')), /npm run build/);
});

test('a broken note of the current build means building, not failing', async () => {
  const dist = join(folder, 'dist');
  await writeFile(join(dist, 'current.json'), '{"hash":');
  assert.equal((await buildIfNeeded({ dist })).built, true);
});

test('files are sent compressed as the browser can read them, for ever, and nothing beside them', async () => {
  const { dist } = await buildIfNeeded({ dist: join(folder, 'dist') });
  const app = assetRoutes(dist);
  const name = (await readdir(join(dist, 'client/assets'))).find((file) => file.endsWith('.css')) ?? '';
  const ask = (path: string, encoding: string) => app.request(path, { headers: { 'accept-encoding': encoding } });
  const packed = await ask(`/assets/${name}`, 'gzip, br');
  assert.equal(packed.headers.get('content-encoding'), 'br');
  assert.match(packed.headers.get('cache-control') ?? '', /immutable/);
  const plain = await ask(`/assets/${name}`, 'identity');
  assert.equal(await plain.text(), await readFile(join(dist, 'client/assets', name), 'utf8'));
  for (const path of [
    '/assets/..%2fpages.js',
    '/assets/%2e%2e/%2e%2e/server/pages.js',
    '/assets/.js',
    '/assets/none.js',
  ]) {
    assert.equal((await ask(path, 'br')).status, 404, path);
  }
});

test('what browsers load at first stays within its budget', async () => {
  for (const { name, bytes, budget } of await measureBundles())
    assert.ok(bytes > 5000 && bytes <= budget, `${name}: ${bytes} of ${budget}`);
});
