import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { sql } from 'kysely';
import { lockDataFolder, openDatabase, restoreTables } from '#kernel/database/index.ts';
import type { Config } from '#kernel/config/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { Log } from '#kernel/log/index.ts';
import { openZip, type Zip, type ZipEntry } from '#kernel/zip/index.ts';
import { allMigrations } from '../house/open-house.ts';
import { databaseEntry, keptFiles, keptParts, manifestEntry, manifestSchema, type Manifest } from './manifest.ts';

/** A backup is our own and may be large; the bounds only keep a damaged one from filling the memory. */
const limits = { entries: 5_000_000, entryBytes: 2 ** 45, totalBytes: 2 ** 46, ratio: 100_000 };
const mostManifest = 2 ** 30;

/** Fills an empty data folder (and an empty named database) from a backup, comparing every entry with its hash. A failed restore leaves the folder empty. */
export async function restoreBackup(config: Config, path: string, log: Log): Promise<Manifest> {
  const { dataFolder, databaseUrl } = config;
  await refuseFull(dataFolder);
  const zip = await openZip(path, { limits });
  const lock = await lockDataFolder(dataFolder);
  try {
    const manifest = await readManifest(zip);
    for (const entry of manifest.entries) if (entry.name !== databaseEntry) await unpack(zip, entry, dataFolder);
    const database = await openDatabase({ dataFolder, log, ...(databaseUrl !== undefined && { databaseUrl }) });
    try {
      const dump = manifest.entries.find(({ name }) => name === databaseEntry) ?? missing(databaseEntry);
      await restoreTables(database, compared(zip, dump), allMigrations);
      // Work on the folder that the backup came from, the writing of this very backup among it: not this folder's.
      await sql`delete from jobs where kind like 'house.%'`.execute(database.owner);
      await sql`delete from job_schedules where kind like 'house.%'`.execute(database.owner);
    } finally {
      await database.close();
    }
    return manifest;
  } catch (error) {
    for (const name of await readdir(dataFolder))
      if (name !== 'lock') await rm(join(dataFolder, name), { recursive: true, force: true });
    throw error;
  } finally {
    await lock.release();
    await zip.close();
  }
}

async function refuseFull(dataFolder: string): Promise<void> {
  const names = await readdir(dataFolder).catch(() => []);
  if (names.some((name) => name !== 'lock')) {
    throw new Problem(
      'conflict',
      say('The data folder {folder} is not empty. Restore into an empty one: name it in MANDATA_DATA.', {
        folder: dataFolder,
      }),
    );
  }
}

async function readManifest(zip: Zip): Promise<Manifest> {
  const entry = zip.find(manifestEntry) ?? missing(manifestEntry);
  const read = manifestSchema.safeParse(JSON.parse((await zip.readWhole(entry, mostManifest)).toString()));
  if (!read.success)
    throw new Problem(
      'invalid',
      say('{name} is not a backup of Mandata, or one of a newer version.', { name: zip.name }),
      { cause: read.error },
    );
  const stray = read.data.entries.find(({ name }) => !isOurs(name));
  if (stray !== undefined)
    throw new Problem(
      'invalid',
      say('The backup holds {name}, which does not belong into a data folder. Nothing was restored.', {
        name: stray.name,
      }),
    );
  return read.data;
}

function isOurs(name: string): boolean {
  return (
    name === databaseEntry ||
    keptFiles.some((file) => file === name) ||
    keptParts.some((part) => name.startsWith(`${part}/`))
  );
}

async function unpack(zip: Zip, entry: Manifest['entries'][number], dataFolder: string): Promise<void> {
  const path = join(dataFolder, entry.name);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await pipeline(compared(zip, entry), createWriteStream(path, { mode: 0o600, flush: true }));
}

/** The bytes of an entry; ends in a Problem when the whole is not what the manifest says. */
async function* compared(zip: Zip, { name, size, sha256 }: Manifest['entries'][number]): AsyncGenerator<Uint8Array> {
  const entry: ZipEntry = zip.find(name) ?? missing(name);
  const hash = createHash('sha256');
  let length = 0;
  for await (const chunk of zip.read(entry)) {
    hash.update(chunk);
    length += chunk.length;
    yield chunk;
  }
  if (length !== size || hash.digest('hex') !== sha256) {
    throw new Problem(
      'invalid',
      say('{name} in the backup is damaged: its hash is another. Nothing was restored.', { name }),
    );
  }
}

function missing(name: string): never {
  throw new Problem(
    'invalid',
    say('{name} is missing from the backup: it is not one, or it is incomplete. Nothing was restored.', { name }),
  );
}
