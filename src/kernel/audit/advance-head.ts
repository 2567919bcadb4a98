import type { Handle } from '#kernel/database/types.ts';
import { readHead, writeHead } from './head-file.ts';
import { isGenuine } from './seal.ts';
import type { Seal } from './seal.ts';
import { findSeal } from './store/seals.ts';

/**
 * Moves the head outside the database on to the newest link, if the chain still leads through the old head. If it does
 * not, the log was cut or rewritten: the old head stays as the proof of it, and the answer is false.
 */
export async function advanceHead(owner: Handle, file: string, secret: string, newest: Seal): Promise<boolean> {
  const head = await readHead(file);
  if (head === 'unreadable' || (head === 'missing' && newest.batch > 1)) return false;
  if (head !== 'missing') {
    if (!isGenuine(secret, head)) return false;
    if ((await findSeal(owner, head.batch))?.hash !== head.hash) return false;
    if (head.batch >= newest.batch) return true;
  }
  await writeHead(file, newest);
  return true;
}
