import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { serveCommands, type ExitCode, type Io } from '#kernel/commands/index.ts';
import type { Config } from '#kernel/config/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { buildIfNeeded } from '../../../scripts/build.ts';
import { openHouse, type House } from './open-house.ts';
import { siteOf } from './site.ts';

/** Time that requests and jobs under way are given to finish after a signal, in milliseconds. */
const patience = 9000;

export interface RunningServer {
  readonly address: string;
  readonly house: House;
  close(): Promise<void>;
}

type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch'];
type RunCommand = (house: House, argv: readonly string[], io: Io) => Promise<ExitCode>;

/**
 * Builds the pages if a source changed, opens the house, and answers on the port and on the command socket. A port that
 * the system chooses is taken first, because letters and links name it; who asks too early is told to come back.
 */
export async function serve(config: Config, runCommand: RunCommand): Promise<RunningServer> {
  let answer: Fetch = starting;
  const server = createAdaptorServer({ fetch: (...request) => answer(...request) });
  const chosen = config.port === 0 ? await listen(server, 0) : undefined;
  const building = buildIfNeeded();
  building.catch(() => undefined); // reported below, when the house can be closed again
  let house: House | undefined;
  try {
    const opened = await openHouse(chosen === undefined ? config : withPort(config, chosen), { for: 'server' });
    house = opened;
    const { dist } = await building;
    const site = await siteOf(opened, dist);
    answer = site.fetch;
    const port = chosen ?? (await listen(server, config.port));
    await opened.background.start();
    const commands = await serveCommands(config.dataFolder, (argv, io) => runCommand(opened, argv, io));
    opened.warm();
    opened.log.info('serving', { port, database: opened.database.facts, dataFolder: config.dataFolder });
    const close = async (): Promise<void> => {
      opened.log.info('stopping');
      const settled = opened.background.stop(patience);
      await closeServer(server);
      await settled;
      await commands.close();
      const late = pause(patience, 'late', { ref: false });
      // What hangs in the database would be waited for without end; it is undone there, and comes again where it is a job.
      if ((await Promise.race([opened.close(), late])) === 'late') opened.log.warn('ending without waiting any longer');
    };
    return { address: `http://localhost:${port}/`, house: opened, close };
  } catch (error) {
    await closeServer(server);
    await house?.close();
    throw error;
  }
}

const starting = (): Response =>
  new Response('Mandata is starting.\n', { status: 503, headers: { 'Retry-After': '2', 'Cache-Control': 'no-store' } });

/** Where the site calls itself at home, unless MANDATA_ORIGIN says otherwise. */
function withPort(config: Config, port: number): Config {
  return new URL(config.origin).port === '0'
    ? { ...config, port, origin: `http://localhost:${port}` }
    : { ...config, port };
}

/** No new requests; those under way may finish for a while. */
async function closeServer(server: ReturnType<typeof createAdaptorServer>): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  if ('closeIdleConnections' in server) server.closeIdleConnections();
  const force = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), patience);
  await closed;
  clearTimeout(force);
}

/** Answers the port that was taken. */
function listen(server: ReturnType<typeof createAdaptorServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('listening', () => resolve((server.address() as AddressInfo).port));
    server.once('error', (cause) =>
      reject(
        new Problem('wrong-use', say('Port {port} is taken or not allowed. Set PORT to another one.', { port }), {
          cause,
        }),
      ),
    );
    server.listen(port);
  });
}
