// Builds the pages for the server and for browsers into a folder of dist/ named by what went into them, unless it is there.
import { createHash } from 'node:crypto';
import { access, glob, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { InlineConfig, Plugin } from 'vite';
import * as z from 'zod';
import { browserBuild, serverBuild } from '../vite.config.ts';
import { collectPageMessages, type PageMessages } from './messages/collect-page-messages.ts';

/** `dist/current.json`: the build that fits the sources, and what went into it. */
const Current = z.object({ hash: z.string(), folder: z.string().regex(/^[\w-]+$/), inputs: z.array(z.string()) });
type Current = z.infer<typeof Current>;

const here = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const always = [
  'vite.config.ts',
  'scripts/build.ts',
  'scripts/messages/collect-page-messages.ts',
  'package-lock.json',
  'tsconfig.json',
];

/** Builds that nobody has asked for are kept this long, for servers that still hand their files out. */
const keptFor = 24 * 3600 * 1000;

/**
 * Makes sure that there is a build that fits the sources, and returns its folder and whether it was made now. A shipped
 * build without sources or without the builder is used as it is. A build never changes once it is there, so a server that
 * runs keeps its files while another one builds.
 */
export async function buildIfNeeded(
  options: { root?: string; dist?: string } = {},
): Promise<{ dist: string; built: boolean }> {
  const root = options.root ?? here;
  const dist = options.dist ?? join(root, 'dist');
  const current = await readCurrent(dist);
  if (current !== undefined) {
    const folder = join(dist, current.folder);
    if ((await hashOf(root, current.inputs)) === current.hash || !(await canBuild(root)))
      return { dist: folder, built: false };
  }
  if (!(await canBuild(root))) {
    throw new Error(
      `There are no built pages in ${dist}, and nothing to build them with. Run npm ci and npm run build.`,
    );
  }
  return { dist: await buildInto(root, dist), built: true };
}

async function canBuild(root: string): Promise<boolean> {
  const needed = [join(root, 'src/doors/web/pages.ts'), join(root, 'node_modules/vite/package.json')];
  return (await Promise.allSettled(needed.map((path) => access(path)))).every(({ status }) => status === 'fulfilled');
}

async function readCurrent(dist: string): Promise<Current | undefined> {
  try {
    const current = Current.parse(JSON.parse(await readFile(join(dist, 'current.json'), 'utf8')));
    await access(join(dist, current.folder, 'server/pages.js'));
    return current;
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

async function buildInto(root: string, dist: string): Promise<string> {
  const { build } = await import('vite');
  const next = join(dist, `.next-${process.pid}`);
  const inputs = new Set(always);
  let messages: PageMessages = {};
  const run = (config: InlineConfig, ...more: Plugin[]): Promise<unknown> =>
    build({ ...config, plugins: [...(config.plugins ?? []), rememberInputs(root, inputs), ...more] });
  try {
    await run(browserBuild(root, join(next, 'client')));
    await run(
      serverBuild(root, join(next, 'server')),
      collectPageMessages(root, (found) => (messages = found)),
    );
    await writeFile(join(next, 'server/messages.json'), JSON.stringify(messages));
    await writeFile(join(next, 'server/package.json'), '{"type":"module"}\n');
    await compressAll(join(next, 'client/assets'));
    for await (const path of glob('src/**/*.css', { cwd: root })) inputs.add(path);
    const list = [...inputs].sort();
    const hash = await hashOf(root, list);
    const folder = hash.slice(0, 16);
    await settle(dist, next, { hash, folder, inputs: list });
    return join(dist, folder);
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

/** Gives the finished build its name and says that it is the current one; clears away what nobody uses any more. */
async function settle(dist: string, next: string, current: Current): Promise<void> {
  const folder = join(dist, current.folder);
  // Somebody else may have finished the same build meanwhile: then theirs stays, unless it is damaged.
  const whole = await access(join(folder, 'server/pages.js')).then(
    () => true,
    () => false,
  );
  if (!whole) {
    await rm(folder, { recursive: true, force: true });
    await rename(next, folder).catch(() => undefined);
  }
  const now = new Date();
  await utimes(folder, now, now);
  await writeFile(join(dist, `.current-${process.pid}`), JSON.stringify(current));
  await rename(join(dist, `.current-${process.pid}`), join(dist, 'current.json'));
  for (const name of await readdir(dist)) {
    const path = join(dist, name);
    const unused = name !== current.folder && name !== 'current.json' && !name.startsWith('.');
    const since = unused ? await stat(path).catch(() => undefined) : undefined;
    if (since !== undefined && now.getTime() - since.mtimeMs > keptFor)
      await rm(path, { recursive: true, force: true });
  }
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
