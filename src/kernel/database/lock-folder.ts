import { lchown, mkdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { isRunning, startOf } from './processes.ts';

const Owner = z.object({ pid: z.number(), started: z.string() });
type Owner = z.infer<typeof Owner>;

export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Makes this process the one owner of a data folder (made if absent, mode 0700), until released or ended, also by kill -9.
 * The second process gets Problem('conflict') that names the first one's pid and the folder.
 */
export async function lockDataFolder(folder: string): Promise<FolderLock> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return await lockFolder(await realpath(folder));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EACCES') throw belongsToAnother(folder);
    throw error;
  }
}

/**
 * The lock is the operating system's own on a file, taken by SQLite because Node has no call for it: the system drops it when
 * its holder ends in whatever way, and grants it to one of two that ask at the same moment. `owner.json` only names the holder.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const held = await takeInTurn(folder);
  if (held === 'busy') throw inUse(folder, await findOwner(folder));
  if (held === 'refused') throw belongsToAnother(folder);
  const file = join(folder, 'owner.json');
  const owner: Owner = { pid: process.pid, started: (await startOf(process.pid)) ?? '' };
  await writeFile(`${file}.new`, JSON.stringify(owner), { mode: 0o644 });
  await rename(`${file}.new`, file);
  const { uid, gid } = await stat(folder);
  // A command once run by root must not close the folder to its owner.
  if (process.getuid?.() === 0 && uid !== 0)
    for (const path of [file, join(folder, 'lock')]) await lchown(path, uid, gid);
  let released = false;
  return {
    async release() {
      if (released) return;
      released = true;
      await rm(file, { force: true });
      held.close();
    },
  };
}

/** A folder or file that this user may not enter or change, with the remedy. */
export const belongsToAnother = (folder: string): Problem =>
  new Problem(
    'wrong-use',
    say(
      'The folder {folder} belongs to another user of this machine. Start Mandata as that user, or give it the folder with chown -R.',
      { folder },
    ),
  );

/**
 * Of two that ask in the same instant each may find the other on the way in, and neither inside: as long as no running owner has
 * put its name down, the lock is asked for again, at intervals that differ.
 */
async function takeInTurn(folder: string): Promise<DatabaseSync | 'busy' | 'refused'> {
  const file = join(folder, 'lock');
  let held = takeLock(file);
  for (let tries = 0; tries < 40 && held === 'busy'; tries += 1) {
    const owner = await findOwner(folder);
    if (owner && (await isCurrent(owner))) return held;
    await wait(25 + Math.random() * 50);
    held = takeLock(file);
  }
  return held;
}

function takeLock(file: string): DatabaseSync | 'busy' | 'refused' {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(file, { timeout: 0 });
    lock.exec('pragma journal_mode = memory; pragma locking_mode = exclusive; begin exclusive');
    return lock;
  } catch (error) {
    lock?.close();
    const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
    if (code === 5) return 'busy';
    // No right to open it (14), or to write to it (8, 3).
    if (code === 14 || code === 8 || code === 3) return 'refused';
    throw error;
  }
}

function inUse(folder: string, owner: Owner | undefined): Problem {
  const values = { folder, pid: owner === undefined ? '?' : String(owner.pid) };
  return new Problem(
    'conflict',
    say(
      'The data folder {folder} is in use by the Mandata that runs as process {pid}: stop that one first, or name another folder in MANDATA_DATA.',
      values,
    ),
    { details: values },
  );
}

async function findOwner(folder: string): Promise<Owner | undefined> {
  const text = await readFile(join(folder, 'owner.json'), 'utf8').catch(() => '');
  try {
    return Owner.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

const isCurrent = async (owner: Owner): Promise<boolean> =>
  (await isRunning(owner.pid)) && (owner.started === '' || (await startOf(owner.pid)) === owner.started);
