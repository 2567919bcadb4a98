import { randomBytes } from 'node:crypto';
import {
  chmod,
  lchown,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, escapeLiteral, type ClientConfig } from 'pg';
import { lockFolder } from './lock-folder.ts';
import { openPool } from './open-pool.ts';
import { findNative, readyBinaries } from './private/binaries.ts';
import { chooseRunner } from './private/choose-runner.ts';
import { createCluster } from './private/create-cluster.ts';
import { giveFolder } from './private/give-folder.ts';
import type { Runner } from './private/runner.ts';
import { PrivateServer } from './private/server.ts';
import type { Listening } from './private/settings.ts';
import { rolesSql } from './roles.ts';
import type { DatabaseLog, OpenDatabase } from './types.ts';

/** The private server's major version; its folder carries it, so that a later one never opens an older's files. */
export const major = '18';

export interface PrivateSettings {
  readonly dataFolder: string;
  readonly log: DatabaseLog;
  /** Listen on 127.0.0.1 instead of a socket; always so on Windows. */
  readonly loopback?: boolean;
}

/** Says in words why the private server cannot run on this machine at all. */
export class CannotRun extends Error {}

/** Starts the private PostgreSQL in `<dataFolder>/database/18`, making it first if need be. Throws CannotRun or Problem. */
export async function openPrivate(given: PrivateSettings): Promise<OpenDatabase> {
  const native = findNative();
  if (native === undefined) {
    throw new CannotRun(`no PostgreSQL comes with Mandata for ${process.platform} on ${process.arch}`);
  }
  const home = join(given.dataFolder, 'database');
  await mkdir(given.dataFolder, { recursive: true, mode: 0o700 });
  await mkdir(home, { recursive: true, mode: 0o711 });
  const lock = await lockFolder(await realpath(home));
  try {
    return await openLocked(given, home, native, () => lock.release());
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function openLocked(
  given: PrivateSettings,
  home: string,
  native: string,
  release: () => Promise<void>,
): Promise<OpenDatabase> {
  const { log } = given;
  const binaries = await readyBinaries(native, join(home, 'libraries'));
  if (process.platform !== 'win32') await chmod(home, 0o711);
  const runner = await chooseRunner(binaries, home, given.dataFolder);
  if ('reasons' in runner)
    throw new CannotRun(`PostgreSQL cannot reach its folder or its programs (${runner.reasons.join('; ')})`);
  const folder = join(home, major);
  const password = await keptPassword(home);
  if (await exists(join(folder, 'PG_VERSION'))) {
    await giveFolder(folder, runner);
  } else {
    const other = (await readdir(home)).find((name) => /^\d+$/.test(name) && name !== major);
    if (other !== undefined) {
      throw new Error(
        `${home} holds a database of PostgreSQL ${other}, and this Mandata brings PostgreSQL ${major}: make a backup with the Mandata that wrote it, and restore that here.`,
      );
    }
    log.info('The database is being created.', { folder, runs: runner.how });
    await createCluster(binaries, runner, folder, password);
  }
  const { listening, tidy } = await whereToListen(home, runner, given.loopback ?? process.platform === 'win32');
  const connection = (user: string, database: string): ClientConfig => ({
    host: listening.kind === 'socket' ? listening.folder : '127.0.0.1',
    port: listening.port,
    ssl: false,
    user,
    password,
    database,
    application_name: 'mandata',
  });
  const server = new PrivateServer({
    binaries,
    runner,
    folder,
    listening,
    log,
    answers: () => withClient(connection('postgres', 'postgres'), () => Promise.resolve()),
  });
  try {
    await server.start();
    const version = await withClient(connection('postgres', 'postgres'), (client) => prepare(client, password));
    return openPool(connection('mandata_owner', 'mandata'), {
      kind: 'private',
      facts: { version, where: folder, survivesPowerLoss: true },
      async ended() {
        await server.stop();
        await tidy();
        await release();
      },
    });
  } catch (error) {
    await server.stop();
    await tidy();
    throw error;
  }
}

/** Roles and database; the database comes last, so that a start cut short is made good by the next. */
async function prepare(client: Client, password: string): Promise<string> {
  const { rows } = await client.query<{ there: boolean; version: string }>(
    `select exists (select from pg_database where datname = 'mandata') as there, current_setting('server_version') as version`,
  );
  if (rows[0]?.there !== true) {
    await client.query(rolesSql);
    await client.query(`alter role mandata_owner password ${escapeLiteral(password)}`);
    await client.query('create database mandata owner mandata_owner');
  }
  return rows[0]?.version ?? '';
}

async function withClient<T>(config: ClientConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ ...config, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A socket's path has room for 107 bytes (103 on macOS): a deep data folder gets its socket in the temporary folder. */
async function whereToListen(
  home: string,
  runner: Runner,
  loopback: boolean,
): Promise<{ listening: Listening; tidy: () => Promise<void> }> {
  if (loopback) return { listening: { kind: 'loopback', port: await freePort() }, tidy: () => Promise.resolve() };
  const near = join(await realpath(home), 'socket');
  const fits = Buffer.byteLength(join(near, '.s.PGSQL.5432.lock')) <= 100;
  const folder = fits ? near : await mkdtemp(join(tmpdir(), 'mandata-'));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (process.getuid?.() === 0) await lchown(folder, runner.uid, runner.gid);
  await chmod(folder, 0o700);
  return {
    listening: { kind: 'socket', folder, port: 5432 },
    tidy: () => rm(folder, { recursive: true, force: true }),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Other programs of "nobody" may see the socket; none may sign in. */
async function keptPassword(home: string): Promise<string> {
  const file = join(home, 'password');
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined && kept.trim() !== '') return kept.trim();
  if (await exists(join(home, major, 'PG_VERSION'))) {
    throw new Error(
      `${file} is missing, without which the database beside it cannot be opened: put it back from a backup.`,
    );
  }
  const made = randomBytes(24).toString('base64url');
  await writeFile(`${file}.new`, made, { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
  return made;
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
