import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { diskProblem, tooLarge } from './file-refusals.ts';
import type { FileContent, StoredFile } from './files.ts';

/** Opens the temporary file; the tests put a full disk in its place. */
export type OpenTemporary = (path: string) => Promise<FileHandle>;

const openNew: OpenTemporary = (path) => open(path, 'wx', 0o600);

/** Writes content to a file of its own in the folder and through to the disk, hashing it on the way; a failure leaves nothing behind. */
export async function writeTemporary(
  folder: string,
  content: FileContent,
  limit = Number.POSITIVE_INFINITY,
  openTemporary: OpenTemporary = openNew,
): Promise<StoredFile & { readonly path: string }> {
  const path = join(folder, randomUUID());
  const hash = createHash('sha256');
  let size = 0;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const handle = await openTemporary(path);
    try {
      for await (const piece of content instanceof Uint8Array ? [content] : content) {
        size += piece.length;
        if (size > limit) throw tooLarge(limit);
        hash.update(piece);
        await handle.writeFile(piece);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    return { path, sha256: hash.digest('hex'), size };
  } catch (cause) {
    // Whatever happens to the rest, the first error is the one to tell.
    await rm(path, { force: true }).catch(() => {});
    throw diskProblem(cause);
  }
}
