import type { DuckDBDataChunk, DuckDBValue } from '@duckdb/node-api';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { Cache } from './open-cache.ts';
import { PreparingConnection } from './preparing-connection.ts';

/** How long closing waits for readers that have begun, in milliseconds. */
const patience = 5000;

/** A few connections to one DuckDB: as many queries run at a time, the others wait in order. */
export class QueryPool {
  readonly #idle: PreparingConnection[];
  readonly #all: readonly PreparingConnection[];
  readonly #waiting: { readonly take: (connection: PreparingConnection) => void; readonly refuse: () => void }[] = [];
  /** Calls under way inside DuckDB: a connection must not be closed under one. */
  readonly #calls = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;
  #drained: (() => void) | undefined;
  #cut = false;

  private constructor(connections: PreparingConnection[]) {
    this.#all = connections;
    this.#idle = [...connections];
  }

  static async open(cache: Pick<Cache, 'connect'>, size: number): Promise<QueryPool> {
    return new QueryPool(
      await Promise.all(Array.from({ length: size }, async () => new PreparingConnection(await cache.connect()))),
    );
  }

  /** Chunks as DuckDB makes them; leaving the loop early gives the connection back. */
  async *stream(sql: string, values: readonly DuckDBValue[] = []): AsyncGenerator<DuckDBDataChunk> {
    const connection = await this.#take();
    try {
      const result = await this.#call(() => connection.stream(sql, values));
      for (;;) {
        const chunk = await this.#call(() => result.fetchChunk());
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
      return (await this.#call(() => connection.readAll(sql, values))).getRowObjects();
    } finally {
      this.#giveBack(connection);
    }
  }

  /**
   * Refuses new queries, lets those that have begun finish, and closes. A stream that its reader has left standing is cut
   * after `wait` milliseconds: its next chunk is refused (`unavailable`), never fetched from a closed connection.
   */
  close(wait = patience): Promise<void> {
    this.#closing ??= this.#close(wait);
    return this.#closing;
  }

  async #close(wait: number): Promise<void> {
    for (const { refuse } of this.#waiting.splice(0)) refuse();
    if (this.#idle.length < this.#all.length) {
      let timer: NodeJS.Timeout | undefined;
      const drained = new Promise<void>((resolve) => (this.#drained = resolve));
      await Promise.race([drained, new Promise((resolve) => (timer = setTimeout(resolve, wait)))]);
      clearTimeout(timer);
    }
    this.#cut = true;
    await Promise.allSettled(this.#calls);
    for (const connection of this.#all) connection.close();
  }

  async #call<T>(work: () => Promise<T>): Promise<T> {
    if (this.#cut) throw closed();
    const running = work();
    this.#calls.add(running);
    try {
      return await running;
    } finally {
      this.#calls.delete(running);
    }
  }

  #take(): Promise<PreparingConnection> {
    if (this.#closing !== undefined) return Promise.reject(closed());
    const idle = this.#idle.pop();
    if (idle !== undefined) return Promise.resolve(idle);
    return new Promise((take, reject) => this.#waiting.push({ take, refuse: () => reject(closed()) }));
  }

  #giveBack(connection: PreparingConnection): void {
    const next = this.#waiting.shift();
    if (next !== undefined) next.take(connection);
    else this.#idle.push(connection);
    if (this.#idle.length === this.#all.length) this.#drained?.();
  }
}

function closed(): Problem {
  return new Problem('unavailable', say('The record cannot be reached at the moment. Try again in a few seconds.'));
}
