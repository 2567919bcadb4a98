import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod';
import type { Seal } from './seal.ts';

const sealForm = z.object({
  batch: z.int().positive(),
  entries: z.int().positive(),
  total: z.int().positive(),
  root: z.string(),
  previous: z.string(),
  sealedAt: z.string(),
  hash: z.string(),
  signature: z.string(),
});

/** What is known of the newest link outside the database: the link, nothing yet, or a file that cannot be read as one. */
export type Head = Seal | 'missing' | 'unreadable';

export async function readHead(file: string): Promise<Head> {
  try {
    return sealForm.safeParse(JSON.parse(await readFile(file, 'utf8'))).data ?? 'unreadable';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'missing' : 'unreadable';
  }
}

/** Replaces the file whole: after a power cut it holds the old head or the new one, never half of either. */
export async function writeHead(file: string, head: Seal): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  // Two sealers may write at the same moment: each beside under a name of its own.
  const beside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}.new`;
  const handle = await open(beside, 'w', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(head)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, file);
}
