import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { escapeIdentifier, Client } from 'pg';
import { z } from 'zod';
import { migrate } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import { createPglite, openPglite } from './open-last-resort.ts';
import { findNative } from './private/binaries.ts';
import type { DatabaseLog, Migration, OpenDatabase } from './types.ts';

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

export const silent: DatabaseLog = { info: () => undefined, warn: () => undefined };

/** A database under test: `skip` says why it cannot be tested here, or is false. */
export interface DatabaseUnderTest {
  readonly name: string;
  readonly skip: string | false;
  readonly open: (migrations: readonly Migration[]) => Promise<OpenDatabase>;
}

// With MANDATA_TEST_FULL a missing part fails instead of being passed over.
const unless = (there: boolean, reason: string): string | false =>
  there || process.env['MANDATA_TEST_FULL'] !== undefined ? false : reason;

/** Every database that Mandata claims to run on: write a suite once and run it for each. */
export const databasesUnderTest: readonly DatabaseUnderTest[] = [
  { name: 'PGlite', skip: false, open: aDatabase },
  {
    name: 'the private PostgreSQL',
    skip: unless(findNative() !== undefined, 'no PostgreSQL is packaged for this machine'),
    open: aPrivateDatabase,
  },
  {
    name: 'a named server',
    skip: process.env['DATABASE_URL_TEST'] === undefined ? 'DATABASE_URL_TEST is not set' : false,
    open: aNamedDatabase,
  },
];

/** A private PostgreSQL in a folder of its own, migrated; both go when it is closed. */
export async function aPrivateDatabase(migrations: readonly Migration[]): Promise<OpenDatabase> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'mandata-test-'));
  const database = await openDatabase({ dataFolder, allowLastResort: false, log: silent });
  return ready(database, migrations, () => rm(dataFolder, { recursive: true, force: true }));
}

/** The address at which another process of a test reaches a private database, as its owner and not as a superuser. */
export async function addressOf(database: OpenDatabase): Promise<string> {
  const home = join(database.facts.where, '..');
  const password = (await readFile(join(home, 'password'), 'utf8')).trim();
  return `postgres://mandata_owner:${password}@/mandata?host=${encodeURIComponent(join(home, 'socket'))}`;
}

/** A new database on the server of DATABASE_URL_TEST, whose user may create databases; it goes when it is closed. */
async function aNamedDatabase(migrations: readonly Migration[]): Promise<OpenDatabase> {
  const server = process.env['DATABASE_URL_TEST'] ?? '';
  const name = `mandata_test_${randomUUID().replaceAll('-', '')}`;
  const once = async (statement: string): Promise<void> => {
    const client = new Client({ connectionString: server });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  await once(`create database ${escapeIdentifier(name)} template template0 encoding 'UTF8'`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const database = await openDatabase({ dataFolder: tmpdir(), databaseUrl: url.href, log: silent });
  return ready(database, migrations, () => once(`drop database ${escapeIdentifier(name)} with (force)`));
}

async function ready(
  database: OpenDatabase,
  migrations: readonly Migration[],
  afterwards: () => Promise<void>,
): Promise<OpenDatabase> {
  let closing: Promise<void> | undefined;
  const closable = {
    ...database,
    close: () => (closing ??= database.close().then(afterwards)),
  };
  opened.push(closable);
  await migrate(closable, migrations);
  return closable;
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
