import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { endWithUs } from './end-with-us.ts';
import { environmentOf, program, type ProgramOptions } from './program.ts';

export interface TestServer {
  /** "http://127.0.0.1:PORT" */
  readonly address: string;
  readonly pid: number;
  readonly data: string;
  /** Lines of the log so far. */
  readonly log: readonly string[];
  /** Milliseconds from the start of the process until it said its address. */
  readonly startedIn: number;
  /** Asks for a path; redirects are answers, not followed. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** SIGTERM, and waits for the end. Gives the exit code. */
  stop(): Promise<number | null>;
  /** kill -9, and waits for the end of the process; its database ends soon after by itself. */
  kill(): Promise<void>;
}

/** Starts the real server on a free port, with the demonstration unless `env` says otherwise. Throws with its words when it does not start. */
export async function aServer(options: ProgramOptions & { readonly data: string }): Promise<TestServer> {
  const started = performance.now();
  const child = spawn(options.node ?? process.execPath, [program, 'serve'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: options.cwd ?? '/',
    env: { PORT: '0', ...environmentOf(options) },
    ...(options.uid !== undefined && { uid: options.uid, gid: options.uid }),
  });
  endWithUs(child);
  const log: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => log.push(line));
  const ended = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : null));
  const port = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`not up within two minutes: ${log.join('\n')}`));
    }, 120_000);
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = /^Mandata is at http:\/\/localhost:(\d+)\/$/.exec(line);
      if (said?.[1] === undefined) return;
      clearTimeout(late);
      resolve(said[1]);
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`the server ended with ${code}: ${log.join('\n')}`));
    });
  });
  const address = `http://127.0.0.1:${port}`;
  return {
    address,
    pid: child.pid ?? 0,
    data: options.data,
    log,
    startedIn: performance.now() - started,
    ask: (path, init) =>
      fetch(`${address}${path}`, { redirect: 'manual', signal: AbortSignal.timeout(60_000), ...init }),
    async stop() {
      child.kill('SIGTERM');
      const late = wait(60_000, undefined, { ref: false }).then(() => child.kill('SIGKILL'));
      return Promise.race([ended, late.then(() => ended)]);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
