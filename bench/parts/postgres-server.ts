import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, globSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './free-port.ts';

export interface PostgresServer {
  readonly url: string;
  /** Runs psql to its end, its output thrown away; gives the seconds. */
  psql(sql: string): number;
  query(sql: string): Promise<void>;
  stop(): Promise<void>;
}

/** A PostgreSQL of its own from the Debian package, in a folder of its own; undefined where the package is not installed. */
export async function startPostgres(folder: string): Promise<PostgresServer | undefined> {
  const bin = globSync('/usr/lib/postgresql/*/bin').sort().at(-1);
  if (bin === undefined) return undefined;
  mkdirSync(folder, { recursive: true });
  // PostgreSQL does not run as root.
  const uid =
    process.getuid?.() === 0 ? Number(execFileSync('id', ['-u', 'postgres'], { encoding: 'utf8' })) : undefined;
  const as = uid === undefined ? {} : { uid, gid: uid };
  if (uid !== undefined) chownSync(folder, uid, uid);
  const data = join(folder, 'data');
  const port = await freePort();
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'], {
    ...as,
    cwd: '/',
    stdio: 'ignore',
  });
  const settings = ['shared_buffers=1GB', 'work_mem=64MB', 'maintenance_work_mem=512MB', 'max_wal_size=4GB', 'jit=off'];
  const server = spawn(
    join(bin, 'postgres'),
    [
      ['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1'],
      settings.flatMap((setting) => ['-c', setting]),
    ].flat(),
    { ...as, cwd: '/', stdio: 'ignore' },
  );
  const endWithUs = (): void => void server.kill('SIGQUIT');
  process.once('exit', endWithUs);
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  for (let tries = 0; tries < 100; tries++) {
    if (spawnSync(join(bin, 'pg_isready'), ['-q', '-d', url]).status === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url,
    psql(sql) {
      const start = performance.now();
      const { status } = spawnSync(join(bin, 'psql'), ['-q', '-d', url, '-c', sql], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      if (status !== 0) throw new Error(`psql ended with ${status}`);
      return (performance.now() - start) / 1000;
    },
    async query(sql) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        await client.query(sql);
      } finally {
        await client.end();
      }
    },
    async stop() {
      process.removeListener('exit', endWithUs);
      server.kill('SIGINT');
      await ended;
    },
  };
}
