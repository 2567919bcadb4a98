import type {
  DuckDBConnection,
  DuckDBPreparedStatement,
  DuckDBResult,
  DuckDBResultReader,
  DuckDBValue,
} from '@duckdb/node-api';

/** Statements remembered by each connection, and the longest that is worth it. */
const most = 60;
const longest = 4000;

/** A connection that parses and prepares a query once: pages and services ask the same few, with other values each time. */
export class PreparingConnection {
  readonly #connection: DuckDBConnection;
  readonly #prepared = new Map<string, DuckDBPreparedStatement>();

  constructor(connection: DuckDBConnection) {
    this.#connection = connection;
  }

  stream(sql: string, values: readonly DuckDBValue[]): Promise<DuckDBResult> {
    return this.#with(sql, values, (prepared) => prepared.stream());
  }

  readAll(sql: string, values: readonly DuckDBValue[]): Promise<DuckDBResultReader> {
    return this.#with(sql, values, (prepared) => prepared.runAndReadAll());
  }

  close(): void {
    for (const prepared of this.#prepared.values()) prepared.destroySync();
    this.#connection.closeSync();
  }

  async #with<T>(
    sql: string,
    values: readonly DuckDBValue[],
    work: (prepared: DuckDBPreparedStatement) => Promise<T>,
  ): Promise<T> {
    const prepared = this.#prepared.get(sql) ?? (await this.#connection.prepare(sql));
    this.#prepared.delete(sql);
    let done = false;
    try {
      if (values.length > 0) prepared.bind([...values]);
      const result = await work(prepared);
      done = true;
      return result;
    } finally {
      // What failed is not used again.
      if (done && sql.length <= longest) this.#keep(sql, prepared);
      else prepared.destroySync();
    }
  }

  /** The statement used last is the last to be forgotten. */
  #keep(sql: string, prepared: DuckDBPreparedStatement): void {
    this.#prepared.set(sql, prepared);
    const [oldest] = this.#prepared;
    if (this.#prepared.size <= most || oldest === undefined) return;
    this.#prepared.delete(oldest[0]);
    oldest[1].destroySync();
  }
}
