import { chown, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder below the temporary one, mode 0700, belonging to `uid` where given. The caller removes it. */
export async function aFolder(uid?: number): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(await realpath(tmpdir()), 'mandata-program-'));
  if (uid !== undefined) await chown(path, uid, uid);
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
}
