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

type RunCommand = (house: House, argv: readonly string[], io: Io) => Promise<ExitCode>;

/** Builds the pages if a source changed, opens the house, and answers on the port and on the command socket. */
export async function serve(config: Config, runCommand: RunCommand): Promise<RunningServer> {
  const building = buildIfNeeded();
  building.catch(() => undefined); // reported below, when the house can be closed again
  const house = await openHouse(config, { for: 'server' });
  try {
    const { dist } = await building;
    const site = await siteOf(house, dist);
    const server = createAdaptorServer({ fetch: site.fetch });
    await house.background.start();
    await listen(server, config.port);
    const commands = await serveCommands(config.dataFolder, (argv, io) => runCommand(house, argv, io));
    const { port } = server.address() as AddressInfo;
    house.warm();
    house.log.info('serving', { port, database: house.database.facts, dataFolder: config.dataFolder });
    const close = async (): Promise<void> => {
      house.log.info('stopping');
      const settled = house.background.stop(patience);
      const closed = new Promise((resolve) => server.close(resolve));
      if ('closeIdleConnections' in server) server.closeIdleConnections();
      const force = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), patience);
      await closed;
      clearTimeout(force);
      await settled;
      await commands.close();
      const late = pause(patience, 'late', { ref: false });
      // What hangs in the database would be waited for without end; it is undone there, and comes again where it is a job.
      if ((await Promise.race([house.close(), late])) === 'late') house.log.warn('ending without waiting any longer');
    };
    return { address: `http://localhost:${port}/`, house, close };
  } catch (error) {
    await house.close();
    throw error;
  }
}

function listen(server: ReturnType<typeof createAdaptorServer>, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('listening', resolve);
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
