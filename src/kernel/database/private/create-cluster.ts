import { randomUUID } from 'node:crypto';
import { lchown, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { run, type Runner } from './runner.ts';

/**
 * Makes an empty cluster in `folder`, whole or not at all: UTF-8, ordered by code point (the same on every machine, whatever its
 * C library), page checksums, password for every connection. Throws with initdb's last words.
 */
export async function createCluster(
  binaries: Binaries,
  runner: Runner,
  folder: string,
  password: string,
): Promise<void> {
  const parent = join(folder, '..');
  for (const name of await readdir(parent)) {
    if (name.startsWith('new-')) await rm(join(parent, name), { recursive: true, force: true });
  }
  const making = join(parent, `new-${randomUUID()}`);
  const passwordFile = `${making}-password`;
  await mkdir(making, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (process.getuid?.() === 0) {
    for (const path of [making, passwordFile]) await lchown(path, runner.uid, runner.gid);
  }
  const { code, text } = await run(
    runner,
    binaries.initdb,
    [
      `--pgdata=${making}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
      '--no-instructions',
    ],
    { cwd: parent, env: { ...binaries.environment, PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' } },
  );
  await rm(passwordFile, { force: true });
  if (code !== 0) {
    await rm(making, { recursive: true, force: true });
    throw new Error(`initdb failed: ${text}`);
  }
  await rename(making, folder);
}
