import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import type { Cache } from './open-cache.ts';
import { identifier } from './sql-text.ts';

/** The tables of the cache file by name; a name ends in the checksum of what the table was made from. */
export class CachedTables {
  readonly #connection: DuckDBConnection;
  readonly #names: Set<string>;
  #running: Promise<unknown> = Promise.resolve();
  #closed = false;

  private constructor(connection: DuckDBConnection, names: Set<string>) {
    this.#connection = connection;
    this.#names = names;
  }

  static async open(cache: Cache): Promise<CachedTables> {
    const tables = new CachedTables(await cache.connect(), new Set());
    for (const { name, sha256 } of await tables.rows('SELECT name, sha256 FROM cached'))
      tables.#names.add(`${String(name)} ${String(sha256)}`);
    return tables;
  }

  /** The same tables over a connection of their own: what is made there holds up nothing here. */
  async beside(cache: Cache): Promise<CachedTables> {
    return new CachedTables(await cache.connect(), this.#names);
  }

  has(table: string): boolean {
    return this.#names.has(table);
  }

  names(): readonly string[] {
    return [...this.#names];
  }

  rows(sql: string): Promise<Record<string, DuckDBValue>[]> {
    return this.#next(async () => (await this.#connection.runAndReadAll(sql)).getRowObjects());
  }

  /** Makes a table that is missing. It and its entry appear together or not at all; one piece of work at a time. */
  make(table: string, query: string): Promise<void> {
    return this.#next(async () => {
      if (this.#names.has(table)) return;
      await this.#connection.run('BEGIN');
      try {
        await this.#connection.run(`CREATE OR REPLACE TABLE ${identifier(table)} AS ${query}`);
        await this.#connection.run('INSERT OR REPLACE INTO cached VALUES (?, ?)', parts(table));
        await this.#connection.run('COMMIT');
      } catch (error) {
        await this.#connection.run('ROLLBACK').catch(() => undefined);
        throw error;
      }
      this.#names.add(table);
    });
  }

  drop(table: string): Promise<void> {
    this.#names.delete(table);
    return this.#next(async () => {
      await this.#connection.run('DELETE FROM cached WHERE name = ?', parts(table).slice(0, 1));
      await this.#connection.run(`DROP TABLE IF EXISTS ${identifier(table)}`);
    });
  }

  /** Gives up what is being made, and closes. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#connection.interrupt();
    await this.#running.catch(() => undefined);
    this.#connection.closeSync();
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const checked = (): Promise<T> => {
      if (this.#closed) throw new Error('the cache of released figures is closed');
      return work();
    };
    const next = this.#running.then(checked, checked);
    this.#running = next;
    next.catch(() => undefined);
    return next;
  }
}

/** What is made anew under a name takes the place of the old: the entry is the name without its checksum. */
function parts(table: string): string[] {
  const split = table.lastIndexOf(' ');
  return [table.slice(0, split), table.slice(split + 1)];
}
