import { createHash } from 'node:crypto';
import { mkdir, open, opendir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Problem } from '#kernel/errors/problem.ts';
import { checkHash, codeOf, diskProblem, notKept } from './file-refusals.ts';
import type { Files, StoredFile } from './files.ts';
import { readChunks } from './read-chunks.ts';
import { type OpenTemporary, writeTemporary } from './write-temporary.ts';

const dayMs = 86_400_000;

/** Files in a folder: ab/abcdef… by hash, written beside and renamed into place, so that what is there is whole. */
export function folderFiles(folder: string, openTemporary?: OpenTemporary): Files {
  const unfinished = join(folder, 'unfinished');
  const pathOf = (sha256: string) => join(folder, checkHash(sha256).slice(0, 2), sha256);
  const sizeOf = async (sha256: string): Promise<number> => {
    try {
      return (await stat(pathOf(sha256))).size;
    } catch (cause) {
      throw codeOf(cause) === 'ENOENT' ? notKept(sha256) : cause;
    }
  };
  let swept: Promise<void> | undefined;

  return {
    async put(content, options) {
      await (swept ??= sweep(unfinished));
      const { path, sha256, size } = await writeTemporary(unfinished, content, options?.limit, openTemporary);
      try {
        await moveIntoPlace(path, pathOf(sha256));
      } catch (cause) {
        await rm(path, { force: true }).catch(() => {});
        throw diskProblem(cause);
      }
      return { sha256, size };
    },
    async open(sha256) {
      const size = await sizeOf(sha256);
      return { sha256, size, content: () => readChunks(pathOf(sha256)) };
    },
    async has(sha256) {
      try {
        await sizeOf(sha256);
        return true;
      } catch (problem) {
        if (problem instanceof Problem && problem.kind === 'not-found') return false;
        throw problem;
      }
    },
    async verify(sha256) {
      await sizeOf(sha256);
      const hash = createHash('sha256');
      for await (const chunk of readChunks(pathOf(sha256))) hash.update(chunk);
      return hash.digest('hex') === sha256;
    },
    async withPath(sha256, work) {
      await sizeOf(sha256);
      return work(pathOf(sha256));
    },
    list: () => listFolder(folder),
    async remove(sha256) {
      await rm(pathOf(sha256), { force: true });
    },
  };
}

/** Two writers of the same content meet here: the second rename puts the same bytes over the first's. */
async function moveIntoPlace(from: string, to: string): Promise<void> {
  const made = await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await rename(from, to);
  // A name is only as safe as the folder that holds it: after a power cut the file must still be found.
  await syncFolder(dirname(to));
  if (made !== undefined) await syncFolder(dirname(dirname(to)));
}

async function syncFolder(folder: string): Promise<void> {
  // Windows does not open folders, and needs no such thing.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What a killed server left unfinished more than a day ago. */
async function sweep(unfinished: string): Promise<void> {
  const names = await readdir(unfinished).catch(() => []);
  for (const name of names) {
    const path = join(unfinished, name);
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && found.mtimeMs < Date.now() - dayMs) await rm(path, { force: true });
  }
}

async function* listFolder(folder: string): AsyncGenerator<StoredFile, void, undefined> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (!/^[0-9a-f]{2}$/.test(name)) continue;
    for await (const { name: sha256 } of await opendir(join(folder, name))) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) continue;
      const found = await stat(join(folder, name, sha256)).catch(() => undefined);
      if (found !== undefined) yield { sha256, size: found.size };
    }
  }
}
