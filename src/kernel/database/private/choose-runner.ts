import { chmod, stat } from 'node:fs/promises';
import type { Binaries } from './binaries.ts';
import { run, runners, type Runner } from './runner.ts';

/**
 * The first way to run PostgreSQL that can reach both the database's folder and the programs, tried rather than worked out from
 * modes, since access lists and containers have a say as well. Gives the reasons when none can.
 */
export async function chooseRunner(
  binaries: Binaries,
  folder: string,
  dataFolder: string,
): Promise<Runner | { readonly reasons: readonly string[] }> {
  const first = await tryAll(binaries, folder);
  if (!('reasons' in first) || process.getuid?.() !== 0) return first;
  // No namespace here (most containers): let others pass through our own folder, without listing it, and try again.
  const { mode, uid } = await stat(dataFolder);
  if (uid !== 0 || (mode & 0o001) !== 0) return first;
  await chmod(dataFolder, (mode & 0o777) | 0o011);
  const second = await tryAll(binaries, folder);
  if ('reasons' in second) await chmod(dataFolder, mode & 0o777);
  return second;
}

async function tryAll(binaries: Binaries, folder: string): Promise<Runner | { readonly reasons: readonly string[] }> {
  const reasons: string[] = [];
  for (const runner of runners()) {
    const env = { ...binaries.environment, PATH: process.env['PATH'] };
    const { code, text } =
      process.platform === 'win32'
        ? await run(runner, binaries.postgres, ['--version'], { env })
        : await run(
            runner,
            '/bin/sh',
            ['-c', 'cd -- "$1" && exec "$2" --version', 'probe', folder, binaries.postgres],
            { env, cwd: '/' },
          );
    if (code === 0) return runner;
    reasons.push(`${runner.how}: ${text.split('\n').at(-1) ?? code}`);
  }
  return { reasons };
}
