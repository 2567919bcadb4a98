import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { bareColumns, writeFigures } from './made-figures.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

export interface Peer {
  readonly address: string;
  readonly postgres: PostgresServer;
  stop(): Promise<void>;
}

/** The same figures in PostgreSQL, with the indexes that the questions want, and a handler over it in a process of its own. */
export async function startPeer(): Promise<Peer | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'mandata-peer-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  // The server runs as another user, who must get to its own folder.
  await chmod(folder, 0o755);
  const postgres = await startPostgres(join(folder, 'postgres'));
  if (postgres === undefined) {
    await rm(folder, { recursive: true });
    return undefined;
  }
  const file = join(folder, 'figures.csv');
  await writeFigures(file, undefined, true);
  const columns = bareColumns.map((id) => `${id} ${id === 'OBS_VALUE' ? 'double precision' : 'text'} `);
  const one = 'INDICATOR, SEX, AGE, BREAKDOWN, UNIT_MEASURE';
  await postgres.query(`CREATE TABLE figures (${columns.join(', ')})`);
  await postgres.query(`COPY figures FROM '${file}' (FORMAT csv, HEADER)`);
  await rm(file);
  await postgres.query(`CREATE INDEX by_area ON figures (${one}, REF_AREA, TIME_PERIOD)`);
  await postgres.query(`CREATE INDEX by_time ON figures (${one}, TIME_PERIOD, REF_AREA)`);
  await postgres.query('VACUUM ANALYZE figures');
  const handler = spawn(process.execPath, [fileURLToPath(new URL('postgres-peer.ts', import.meta.url)), postgres.url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const endWithUs = (): void => void handler.kill('SIGKILL');
  process.once('exit', endWithUs);
  const [port] = (await once(createInterface({ input: handler.stdout }), 'line')) as [string];
  return {
    address: `http://127.0.0.1:${port}`,
    postgres,
    async stop() {
      process.removeListener('exit', endWithUs);
      handler.kill('SIGKILL');
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
