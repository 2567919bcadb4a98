import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { after } from 'node:test';
import { z } from 'zod';
import { migrate } from './migrate.ts';
import { createPglite, openPglite } from './open-last-resort.ts';
import type { Migration, OpenDatabase } from './types.ts';

// PGlite holds a timer: a database that a test file forgets to close would keep its process alive.
const opened: OpenDatabase[] = [];
after(() => Promise.all(opened.map((database) => database.close())));

/** A database in memory, migrated, for one test file. Starts in half a second where another test file has run before. */
export async function aDatabase(migrations: readonly Migration[]): Promise<OpenDatabase> {
  const template = await emptyTemplate();
  const lite = await createPglite(undefined, new Blob([new Uint8Array(template)]));
  const database = await openPglite(lite, 'memory');
  opened.push(database);
  await migrate(database, migrations);
  return database;
}

/** PGlite's first creation takes seconds: its empty data folder is kept beside the packages, by version. */
async function emptyTemplate(): Promise<Buffer> {
  const manifest = await readFile(new URL('../package.json', import.meta.resolve('@electric-sql/pglite')), 'utf8');
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(manifest));
  const folder = new URL('../../../node_modules/.cache/mandata/', import.meta.url);
  const file = new URL(`pglite-${version}.tar`, folder);
  const kept = await readFile(file).catch(() => undefined);
  if (kept !== undefined) return kept;
  const lite = await createPglite();
  const made = Buffer.from(await (await lite.dumpDataDir('none')).arrayBuffer());
  await lite.close();
  // Written beside and renamed, as several test files start at once; a read-only checkout goes without.
  const beside = new URL(`${randomUUID()}.part`, folder);
  await mkdir(folder, { recursive: true })
    .then(() => writeFile(beside, made))
    .then(() => rename(beside, file))
    .catch(() => rm(beside, { force: true }));
  return made;
}
