import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DatabaseLog } from '../types.ts';
import type { Binaries } from './binaries.ts';
import type { Runner } from './runner.ts';
import { settings, type Listening } from './settings.ts';
import { stopWhatRuns } from './stop-what-runs.ts';

/**
 * Keeps PostgreSQL and a watcher side by side. The watcher reads from us; when we are gone, however we went, its read ends and it
 * stops PostgreSQL. First TERM, since a shell starts what it puts aside deaf to INT until PostgreSQL sets its own ears.
 */
const script = `"$@" 3<&- & server=$!
{ read -r line <&3; kill -TERM $server; sleep 0.2; while kill -INT $server; do sleep 1; done; } >/dev/null 2>&1 & watcher=$!
wait $server; code=$?
kill $watcher 2>/dev/null
exit $code`;

interface Given {
  readonly binaries: Binaries;
  readonly runner: Runner;
  readonly folder: string;
  readonly listening: Listening;
  readonly log: DatabaseLog;
  /** Resolves when a connection is answered, rejects otherwise. */
  readonly answers: () => Promise<void>;
}

/** The private PostgreSQL as our child: started, started again when it dies, stopped with us. */
export class PrivateServer {
  readonly #given: Given;
  #child: ChildProcess | undefined;
  #stopping = false;
  #said = '';

  constructor(given: Given) {
    this.#given = given;
  }

  /** Starts it and waits until it answers, also through a long recovery. Throws its last words when it ends instead. */
  async start(): Promise<void> {
    const { folder, listening, log } = this.#given;
    await stopWhatRuns(folder, (message) => log.warn(message));
    if (listening.kind === 'socket') {
      // A killed server leaves its socket; under the folder's lock nobody else uses it.
      for (const name of ['', '.lock'])
        await rm(join(listening.folder, `.s.PGSQL.${listening.port}${name}`), { force: true });
    }
    const child = this.#spawn();
    this.#child = child;
    await this.#untilReady(child);
    child.once('exit', () => void this.#restart());
    if (child.exitCode !== null || child.signalCode !== null) void this.#restart();
    // A command that forgets to close must still be able to end; its end stops the server.
    child.unref();
  }

  #spawn(): ChildProcess {
    const { binaries, runner, folder, listening } = this.#given;
    const words = [binaries.postgres, '-D', folder, ...settings(listening)];
    const env = { ...binaries.environment, PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
    const stdio = ['ignore', 'ignore', 'pipe', 'pipe'] as const;
    // In a process group of its own, so that Ctrl-C reaches us alone and requests under way can end first.
    const options = { cwd: folder, env, detached: true, stdio: [...stdio] };
    const child =
      process.platform === 'win32'
        ? runner.spawn(binaries.postgres, words.slice(1), options)
        : runner.spawn('/bin/sh', ['-c', script, 'mandata-postgres', ...words], { ...options, cwd: '/' });
    this.#said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      this.#said = (this.#said + chunk.toString()).slice(-2000);
    });
    for (const end of [child.stderr, child.stdio[3]]) {
      end?.on('error', () => undefined);
      if (end && 'unref' in end && typeof end.unref === 'function') end.unref();
    }
    child.on('error', (error) => {
      this.#said = error.message;
    });
    return child;
  }

  async #untilReady(child: ChildProcess): Promise<void> {
    for (const end = Date.now() + 600_000; Date.now() < end; await wait(25)) {
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
        await wait(50);
        throw new Error(`PostgreSQL ended at its start: ${this.#said.trim() || 'it said nothing'}`);
      }
      const ready = await this.#given.answers().then(
        () => true,
        () => false,
      );
      if (ready) return;
    }
    this.#release(child);
    throw new Error('PostgreSQL has not become ready within ten minutes.');
  }

  async #restart(): Promise<void> {
    const { log } = this.#given;
    if (this.#stopping) return;
    log.warn('The private PostgreSQL has ended and is started again.', { said: this.#said.trim() });
    for (let pause = 100; !this.#stopping; pause = Math.min(pause * 2, 5000)) {
      try {
        await this.start();
        log.info('The private PostgreSQL is back.');
        if (this.#stopping) await this.stop();
        return;
      } catch (error) {
        log.warn('The private PostgreSQL does not start; trying again.', { reason: String(error) });
        await wait(pause);
      }
    }
  }

  /** Stops it with a checkpoint. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.ref();
    const ended = once(child, 'exit');
    this.#release(child);
    const done = await Promise.race([ended.then(() => true), wait(90_000, false, { ref: false })]);
    if (!done) await stopWhatRuns(this.#given.folder, (message) => this.#given.log.warn(message));
  }

  #release(child: ChildProcess): void {
    const pipe = child.stdio[3];
    if (process.platform === 'win32' || pipe === null || pipe === undefined) child.kill('SIGINT');
    else pipe.destroy();
  }
}
