// Builds the pages for the server and for browsers into dist/, unless nothing that went into them has changed.
import { createHash } from 'node:crypto';
import { access, glob, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { InlineConfig, Plugin } from 'vite';
import * as z from 'zod';
import { browserBuild, serverBuild } from '../vite.config.ts';

const Stamp = z.object({ hash: z.string(), inputs: z.array(z.string()) });

const here = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const always = ['vite.config.ts', 'scripts/build.ts', 'package-lock.json', 'tsconfig.json'];

/**
 * Makes sure that `dist` fits the sources, and returns its path and whether it was built now. A shipped `dist` without
 * sources or without the builder is used as it is. Two servers that start at once may both build; the last one's stays.
 */
export async function buildIfNeeded(
  options: { root?: string; dist?: string } = {},
): Promise<{ dist: string; built: boolean }> {
  const root = options.root ?? here;
  const dist = options.dist ?? join(root, 'dist');
  const stamp = await readStamp(dist);
  if (stamp !== undefined && ((await hashOf(root, stamp.inputs)) === stamp.hash || !(await canBuild(root)))) {
    return { dist, built: false };
  }
  await buildInto(root, dist);
  return { dist, built: true };
}

async function canBuild(root: string): Promise<boolean> {
  const needed = [join(root, 'src/doors/web/pages.ts'), join(root, 'node_modules/vite/package.json')];
  return (await Promise.allSettled(needed.map((path) => access(path)))).every(({ status }) => status === 'fulfilled');
}

async function readStamp(dist: string): Promise<z.infer<typeof Stamp> | undefined> {
  try {
    return Stamp.parse(JSON.parse(await readFile(join(dist, 'stamp.json'), 'utf8')));
  } catch {
    return undefined; // absent or from a broken build: build again
  }
}

async function hashOf(root: string, inputs: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  const contents = await Promise.all(inputs.map((path) => readFile(join(root, path)).catch(() => Buffer.from('gone'))));
  for (const [index, content] of contents.entries()) hash.update(`${inputs[index] ?? ''}\0`).update(content);
  return hash.digest('hex');
}

async function buildInto(root: string, dist: string): Promise<void> {
  const { build } = await import('vite');
  const next = `${dist}.next-${process.pid}`;
  const inputs = new Set(always);
  const run = (config: InlineConfig): Promise<unknown> =>
    build({ ...config, plugins: [...(config.plugins ?? []), rememberInputs(root, inputs)] });
  try {
    await run(browserBuild(root, join(next, 'client')));
    await run(serverBuild(root, join(next, 'server')));
    await writeFile(join(next, 'server/package.json'), '{"type":"module"}\n');
    await compressAll(join(next, 'client/assets'));
    for await (const path of glob('src/**/*.css', { cwd: root })) inputs.add(path);
    const list = [...inputs].sort();
    await writeFile(join(next, 'stamp.json'), JSON.stringify({ hash: await hashOf(root, list), inputs: list }));
    await replace(dist, next);
  } finally {
    await rm(next, { recursive: true, force: true });
  }
}

/** Notes every module of the project that a build read; stylesheets are added apart, since others import them unseen. */
function rememberInputs(root: string, inputs: Set<string>): Plugin {
  return {
    name: 'mandata:remember-inputs',
    buildEnd() {
      for (const id of this.getModuleIds()) {
        const path = relative(root, (id.split('?')[0] ?? '').replaceAll('\0', '')).replaceAll('\\', '/');
        if (path.startsWith('src/')) inputs.add(path);
      }
    },
  };
}

/** Puts the new folder in the old one's place; a running server has read what it needs, or finds the same names. */
async function replace(dist: string, next: string): Promise<void> {
  const old = `${dist}.old-${process.pid}`;
  await mkdir(dirname(dist), { recursive: true });
  await rename(dist, old).catch(() => undefined);
  await rename(next, dist);
  await rm(old, { recursive: true, force: true });
}

async function compressAll(folder: string): Promise<void> {
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  const names = (await readdir(folder)).filter((name) => /\.(js|css|svg|json)$/.test(name));
  await Promise.all(
    names.map(async (name) => {
      const plain = await readFile(join(folder, name));
      await writeFile(join(folder, `${name}.gz`), await promisify(gzip)(plain, { level: 9 }));
      await writeFile(join(folder, `${name}.br`), await promisify(brotliCompress)(plain, brotli));
    }),
  );
}

if (import.meta.main) {
  const start = performance.now();
  const { dist, built } = await buildIfNeeded();
  process.stdout.write(
    `${relative(process.cwd(), dist)}: ${built ? 'built' : 'nothing changed'} in ${Math.round(performance.now() - start)} ms\n`,
  );
}
