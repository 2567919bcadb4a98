import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Folders } from './folders.ts';
import { literal } from './sql-text.ts';

/** The open cache: connections in which its tables are known by their bare names. */
export interface Cache {
  connect(): Promise<DuckDBConnection>;
  close(): void;
}

/** A server of 2 cores and 4 GB also runs PostgreSQL, Node.js and imports. */
const settings = {
  memory_limit: '1GB',
  threads: '2',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
};

/**
 * Rows that are read or skipped together. A quarter of DuckDB's own number: a map of ten million figures is then found twice as
 * fast, and a scan of all of them is as fast as before.
 */
const rowGroup = 30_720;

/**
 * Opens the cache file of released figures. It can always be made again from the releases: one that is damaged or was
 * written by a newer DuckDB is thrown away, and where another process holds it, memory takes its place.
 */
export async function openCache(folders: Folders): Promise<Cache> {
  await mkdir(folders.cache, { recursive: true });
  const file = join(folders.cache, 'statistics.duckdb');
  const open = (path: string): Promise<Cache> => openFile(path, join(folders.cache, 'spill'));
  try {
    return await open(file);
  } catch (error) {
    if (error instanceof Error && /lock/i.test(error.message)) return open(':memory:');
    await rm(file, { force: true });
    await rm(`${file}.wal`, { force: true });
    return open(file);
  }
}

async function openFile(path: string, spill: string): Promise<Cache> {
  const instance = await DuckDBInstance.create(':memory:', { ...settings, temp_directory: spill });
  const connect = async (): Promise<DuckDBConnection> => {
    const connection = await instance.connect();
    await connection.run('USE figures');
    return connection;
  };
  try {
    const first = await instance.connect();
    try {
      await first.run(`ATTACH ${literal(path)} AS figures (ROW_GROUP_SIZE ${rowGroup})`);
      await first.run('USE figures');
      await first.run('CREATE TABLE IF NOT EXISTS cached (name VARCHAR PRIMARY KEY, sha256 VARCHAR)');
      await first.run('SELECT count(*) FROM cached');
    } finally {
      first.closeSync();
    }
    return { connect, close: () => instance.closeSync() };
  } catch (error) {
    instance.closeSync();
    throw error;
  }
}
