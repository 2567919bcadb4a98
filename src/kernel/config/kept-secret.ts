import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';

/**
 * The secret that this data folder was given at its first start: 43 random characters in `secret`, readable by its owner only.
 * Two starters get the same one. Losing the file ends all sessions, so it belongs into a backup.
 */
export async function keptSecret(dataFolder: string): Promise<string> {
  const file = join(dataFolder, 'secret');
  const kept = await readKept(file);
  if (kept !== undefined) return kept;
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const beside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(beside, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true });
  try {
    // A link is made whole or not at all, and never over the other starter's.
    await link(beside, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(beside, { force: true });
  }
  const made = await readKept(file);
  if (made === undefined) throw new Error(`${file} could not be written.`);
  return made;
}

async function readKept(file: string): Promise<string | undefined> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  if (text.trim().length >= 32) return text.trim();
  throw new Problem(
    'wrong-use',
    say(
      '{file} holds a secret of fewer than 32 characters. Put back the file from a backup, or delete it, which signs everybody out.',
      {
        file,
      },
    ),
  );
}
