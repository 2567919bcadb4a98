import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Flushes every file of a finished folder and the folder itself, then gives it its name: it is there whole or not at all. */
export async function moveIntoPlace(from: string, to: string): Promise<void> {
  for (const name of await readdir(from)) await sync(join(from, name));
  await sync(from);
  await mkdir(dirname(to), { recursive: true });
  // What an interrupted try left under this name was never recorded.
  await rm(to, { recursive: true, force: true });
  await rename(from, to);
  await sync(dirname(to));
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** SHA-256 of a file, in hexadecimal. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(part);
  return hash.digest('hex');
}
