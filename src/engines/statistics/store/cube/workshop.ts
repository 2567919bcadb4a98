import { mkdir, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { DuckDBInstance } from '@duckdb/node-api';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { Folders } from './folders.ts';

/** A private DuckDB for one piece of work, spilling into a scratch folder of its own that goes with it. */
export interface Workshop {
  readonly connection: DuckDBConnection;
  /** Scratch folder, on the same file system as the batches and releases, so that results can be moved into place. */
  readonly folder: string;
  run(sql: string, values?: DuckDBValue[]): Promise<void>;
  rows(sql: string, values?: DuckDBValue[]): Promise<Record<string, DuckDBValue>[]>;
}

/** A 2-core server with 4 GB also runs PostgreSQL and the pages: imports take a quarter. */
const memoryLimit = '1GB';

/** Opens a workshop for the time of `work`. A full disk is answered as `unavailable`, in words. */
export async function inWorkshop<T>(folders: Folders, work: (workshop: Workshop) => Promise<T>): Promise<T> {
  const folder = join(folders.work, randomUUID());
  let instance: DuckDBInstance | undefined;
  try {
    await mkdir(folder, { recursive: true });
    instance = await DuckDBInstance.create(':memory:', {
      memory_limit: memoryLimit,
      threads: '2',
      temp_directory: join(folder, 'spill'),
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const connection = await instance.connect();
    await connection.run("SET TimeZone = 'UTC'").catch(() => undefined);
    const run = async (sql: string, values?: DuckDBValue[]): Promise<void> => {
      await connection.run(sql, values);
    };
    const rows = async (sql: string, values?: DuckDBValue[]): Promise<Record<string, DuckDBValue>[]> =>
      (await connection.runAndReadAll(sql, values)).getRowObjects();
    try {
      return await work({ connection, folder, run, rows });
    } finally {
      connection.closeSync();
    }
  } catch (error) {
    throw asDiskProblem(error);
  } finally {
    instance?.closeSync();
    await rm(folder, { recursive: true, force: true });
  }
}

/** ENOSPC from Node or its like from DuckDB becomes one sentence; everything else stays as it is. */
export function asDiskProblem(error: unknown): unknown {
  if (error instanceof Problem) return error;
  const text = error instanceof Error ? `${'code' in error ? String(error.code) : ''} ${error.message}` : '';
  if (!/ENOSPC|EDQUOT|no space left|disk (?:is )?full|could not write.*space|max_temp_directory_size/i.test(text))
    return error;
  return new Problem(
    'unavailable',
    say(
      'The disk of the data folder is full. Nothing was changed: free some space, or move the data folder, and repeat.',
    ),
    { cause: error },
  );
}
