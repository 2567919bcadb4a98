import { chmod, lchown, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { belongsToAnother } from '../lock-folder.ts';
import type { Runner } from './runner.ts';

/** Gives the database's folder to whoever runs PostgreSQL, when root changed its way of running it; mode 0700. */
export async function giveFolder(folder: string, runner: Runner): Promise<void> {
  const { uid, gid, mode } = await stat(folder);
  if (process.getuid?.() === 0 && (uid !== runner.uid || gid !== runner.gid)) {
    for (const name of await readdir(folder, { recursive: true }))
      await lchown(join(folder, name), runner.uid, runner.gid);
    // Last, so that a walk that was cut short is walked again.
    await lchown(folder, runner.uid, runner.gid);
  }
  if (process.getuid !== undefined && process.getuid() !== 0 && uid !== runner.uid) throw belongsToAnother(folder);
  if ((mode & 0o777) !== 0o700 && process.platform !== 'win32') await chmod(folder, 0o700);
}
