import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { dumpTables } from '#kernel/database/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { writeZip, type EntryToWrite } from '#kernel/zip/index.ts';
import type { House } from '../house/open-house.ts';
import { version } from '../house/version.ts';
import { databaseEntry, keptFiles, keptParts, manifestEntry, type Manifest } from './manifest.ts';

/**
 * Writes everything of a house into one zip archive: the record in one snapshot, releases, batches, original files, the head of the
 * audit chain. The server may go on working. The file appears under its name only when it is whole. Files in a bucket are not copied.
 */
export async function writeBackup(house: House, path: string): Promise<Manifest> {
  const temporary = `${path}.${process.pid}.part`;
  const entries: Manifest['entries'][number][] = [];
  const made = house.clock().toISOString();
  try {
    await pipeline(writeZip(allEntries(house, entries, made)), createWriteStream(temporary, { mode: 0o600 }));
    await sync(temporary);
    await rename(temporary, path);
    await sync(dirname(path));
  } catch (cause) {
    await rm(temporary, { force: true });
    if (cause instanceof Problem) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Problem(
      'unavailable',
      say('The backup {path} could not be written: {reason}. Nothing was left there.', { path, reason }),
      { cause },
    );
  }
  return { product: 'mandata', format: 1, version, made, entries };
}

async function* allEntries(
  house: House,
  done: Manifest['entries'][number][],
  made: string,
): AsyncGenerator<EntryToWrite> {
  const { dataFolder } = house.config;
  // The head before the record: it must lie within the chain that the record has.
  for (const name of keptFiles) {
    const content = await readFile(join(dataFolder, name)).catch(() => undefined);
    if (content !== undefined) yield { name, content: counted(name, [content], done) };
  }
  yield { name: databaseEntry, content: counted(databaseEntry, dumpOf(house), done), large: true };
  // Files after the record: whatever it names was in place before its row was.
  for (const part of keptParts) {
    for (const name of await filesIn(dataFolder, part)) {
      yield { name, content: counted(name, createReadStream(join(dataFolder, name)), done), stored: true, large: true };
    }
  }
  const manifest: Manifest = { product: 'mandata', format: 1, version, made, entries: done };
  yield { name: manifestEntry, content: JSON.stringify(manifest) };
}

async function* dumpOf(house: House): AsyncGenerator<Uint8Array> {
  const through = new PassThrough();
  const dumping = dumpTables(house.database, through, house.clock()).then(
    () => through.end(),
    (error: unknown) => through.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  yield* through;
  await dumping;
}

async function* counted(
  name: string,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  done: Manifest['entries'][number][],
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of content) {
    hash.update(chunk);
    size += chunk.length;
    yield chunk;
  }
  done.push({ name, size, sha256: hash.digest('hex') });
}

async function filesIn(dataFolder: string, part: string): Promise<string[]> {
  const found = await readdir(join(dataFolder, part), { recursive: true, withFileTypes: true }).catch(() => []);
  return found
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.part'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dataFolder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
