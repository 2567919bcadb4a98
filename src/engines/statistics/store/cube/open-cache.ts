import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Folders } from './folders.ts';

/** A server of 2 cores and 4 GB also runs PostgreSQL, Node.js and imports. */
const settings = {
  memory_limit: '1GB',
  threads: '2',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
};

/**
 * Opens the cache file of released figures. It can always be made again from the releases: one that is damaged or was
 * written by a newer DuckDB is thrown away, and where another process holds it, memory takes its place.
 */
export async function openCache(folders: Folders): Promise<DuckDBInstance> {
  await mkdir(folders.cache, { recursive: true });
  const file = join(folders.cache, 'statistics.duckdb');
  const options = { ...settings, temp_directory: join(folders.cache, 'spill') };
  const open = async (): Promise<DuckDBInstance> => {
    const instance = await DuckDBInstance.create(file, options);
    const connection = await instance.connect();
    try {
      await connection.run('CREATE TABLE IF NOT EXISTS cached (name VARCHAR PRIMARY KEY, sha256 VARCHAR)');
      await connection.run('SELECT count(*) FROM cached');
      return instance;
    } catch (error) {
      instance.closeSync();
      throw error;
    } finally {
      connection.closeSync();
    }
  };
  try {
    return await open();
  } catch (error) {
    if (error instanceof Error && /lock/i.test(error.message)) return inMemory(options);
    await rm(file, { force: true });
    await rm(`${file}.wal`, { force: true });
    return open();
  }
}

async function inMemory(options: Record<string, string>): Promise<DuckDBInstance> {
  const instance = await DuckDBInstance.create(':memory:', options);
  const connection = await instance.connect();
  await connection.run('CREATE TABLE cached (name VARCHAR PRIMARY KEY, sha256 VARCHAR)');
  connection.closeSync();
  return instance;
}
