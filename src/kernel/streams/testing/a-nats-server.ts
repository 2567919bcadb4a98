import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Why NATS cannot be tested here; false where it can, and with MANDATA_TEST_FULL, where its absence is a failure. */
export const noNats: string | false =
  process.env['MANDATA_TEST_FULL'] !== undefined || spawnSync('nats-server', ['--version']).status === 0
    ? false
    : 'nats-server is not installed';

export interface TestNats {
  /** "nats://127.0.0.1:PORT" */
  readonly url: string;
  /** kill -9. */
  kill(): Promise<void>;
  /** Starts it again, on the same port and the same files. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** A NATS server with JetStream on a free port of this machine, its files in a folder of its own. */
export async function aNatsServer(): Promise<TestNats> {
  const folder = await mkdtemp(join(tmpdir(), 'mandata-nats-'));
  let child: ChildProcess;
  const start = (port: string): Promise<string> => {
    const started = spawn('nats-server', ['-a', '127.0.0.1', '-p', port, '-js', '-sd', folder], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child = started;
    running.add(started);
    return new Promise((resolve, reject) => {
      const said: string[] = [];
      let found = port;
      started.once('error', reject);
      started.once('exit', () => {
        running.delete(started);
        reject(new Error(`nats-server did not start: ${said.join('\n')}`));
      });
      createInterface({ input: started.stderr }).on('line', (line) => {
        said.push(line);
        found = /Listening for client connections on 127\.0\.0\.1:(\d+)/.exec(line)?.[1] ?? found;
        if (line.includes('Server is ready')) resolve(found);
      });
    });
  };
  const port = await start('-1');
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  return {
    url: `nats://127.0.0.1:${port}`,
    kill,
    restart: async () => void (await start(port)),
    async close() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
