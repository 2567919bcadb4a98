import type { DuckDBConnection, DuckDBDataChunk, DuckDBInstance, DuckDBValue } from '@duckdb/node-api';

/** A few connections to one DuckDB: as many queries run at a time, the others wait in order. */
export class QueryPool {
  readonly #idle: DuckDBConnection[];
  readonly #all: readonly DuckDBConnection[];
  readonly #waiting: ((connection: DuckDBConnection) => void)[] = [];

  private constructor(connections: DuckDBConnection[]) {
    this.#all = connections;
    this.#idle = [...connections];
  }

  static async open(instance: DuckDBInstance, size: number): Promise<QueryPool> {
    return new QueryPool(await Promise.all(Array.from({ length: size }, () => instance.connect())));
  }

  /** Chunks as DuckDB makes them; leaving the loop early gives the connection back. */
  async *stream(sql: string, values: readonly DuckDBValue[] = []): AsyncGenerator<DuckDBDataChunk> {
    const connection = await this.#take();
    try {
      const result = await connection.stream(sql, [...values]);
      for (;;) {
        const chunk = await result.fetchChunk();
        if (chunk === null || chunk.rowCount === 0) return;
        yield chunk;
      }
    } finally {
      this.#giveBack(connection);
    }
  }

  async rows(sql: string, values: readonly DuckDBValue[] = []): Promise<Record<string, DuckDBValue>[]> {
    const connection = await this.#take();
    try {
      return (await connection.runAndReadAll(sql, [...values])).getRowObjects();
    } finally {
      this.#giveBack(connection);
    }
  }

  close(): void {
    for (const connection of this.#all) connection.closeSync();
  }

  #take(): Promise<DuckDBConnection> {
    const idle = this.#idle.pop();
    return idle === undefined ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve(idle);
  }

  #giveBack(connection: DuckDBConnection): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#idle.push(connection);
    else next(connection);
  }
}
