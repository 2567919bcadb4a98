import { Duplex } from 'node:stream';
import { callbackify } from 'node:util';
import type { PGlite } from '@electric-sql/pglite';

/** AuthenticationOk, then ReadyForQuery (idle), as in the PostgreSQL protocol, version 3. */
const authenticatedAndReady = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]);

/**
 * A socket for `pg` that ends in a PGlite instance, so that the last resort and the unit tests use the same driver,
 * the same values and the same errors as a server. PGlite has one session: give it to a pool of one.
 */
export class PgliteStream extends Duplex {
  readonly #lite: PGlite;
  #started = false;

  constructor(lite: PGlite) {
    super();
    this.#lite = lite;
  }

  connect(): this {
    queueMicrotask(() => this.emit('connect'));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {
    // Answers are pushed when they come.
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    if (!this.#started) {
      // The session is there already. Its own start-up would leave a timer that keeps the process alive.
      this.#started = true;
      this.push(authenticatedAndReady);
      return done();
    }
    callbackify((question: Buffer) => this.#answer(question))(chunk, done);
  }

  async #answer(question: Buffer): Promise<void> {
    const answer = await this.#lite.execProtocolRaw(new Uint8Array(question));
    if (answer.length > 0) this.push(Buffer.from(answer));
  }

  override _final(done: () => void): void {
    // The session outlives this connection: leave no transaction open in it.
    const ended = this.#lite.closed || !this.#lite.isInTransaction() ? undefined : this.#lite.exec('rollback');
    void Promise.resolve(ended).finally(() => {
      this.push(null);
      done();
    });
  }
}
