import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { findNative, readyBinaries } from './binaries.ts';

/** A package as npm unpacks it, whose own script has not run. */
async function aPackage(test: TestContext): Promise<{ folder: string; native: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'mandata-test-'));
  test.after(() => rm(folder, { recursive: true }));
  const native = join(folder, 'native');
  await mkdir(join(native, 'lib'), { recursive: true });
  await writeFile(join(native, 'lib/libicu.so.60.2'), 'library');
  const links = ['libicu.so', 'libicu.so.60'].map((name) => ({
    source: 'native/lib/libicu.so.60.2',
    target: `native/lib/${name}`,
  }));
  await writeFile(join(native, 'pg-symlinks.json'), JSON.stringify(links));
  return { folder, native };
}

describe('the programs of the private PostgreSQL', () => {
  it('get their libraries linked by thirty starters at once, with nothing left beside', async (test) => {
    const { folder, native } = await aPackage(test);
    const all = await Promise.all(Array.from({ length: 30 }, () => readyBinaries(native, join(folder, 'elsewhere'))));
    assert.deepEqual(
      all.map(({ environment }) => environment),
      Array.from({ length: 30 }, () => ({})),
    );
    assert.deepEqual((await readdir(join(native, 'lib'))).sort(), ['libicu.so', 'libicu.so.60', 'libicu.so.60.2']);
    assert.equal(await readFile(join(native, 'lib/libicu.so.60'), 'utf8'), 'library');
  });

  it('find them in the data folder when the package cannot be written to', async (test) => {
    const { folder, native } = await aPackage(test);
    const broken = [{ source: 'native/lib/libicu.so.60.2', target: 'native/pg-symlinks.json/libicu.so.60' }];
    await writeFile(join(native, 'pg-symlinks.json'), JSON.stringify(broken));
    const elsewhere = join(folder, 'elsewhere');
    assert.deepEqual((await readyBinaries(native, elsewhere)).environment, { LD_LIBRARY_PATH: elsewhere });
    assert.equal(await readFile(join(elsewhere, 'libicu.so.60'), 'utf8'), 'library');
  });

  it('are not there for a machine that nobody packages for', () => {
    assert.equal(findNative('sunos', 'sparc'), undefined);
  });
});
