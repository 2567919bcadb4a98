import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Puts a message into the mailbox folder as `<time>-<id>.eml`, readable by the server's user alone; a reader never sees half of it. */
export async function writeToFolder(folder: string, now: Date, message: Uint8Array): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = `${now.toISOString().replaceAll(/[:.]/g, '-')}-${randomUUID()}.eml`;
  const beside = join(folder, `.${name}.part`);
  await writeFile(beside, message, { mode: 0o600 });
  await rename(beside, join(folder, name));
  return join(folder, name);
}
