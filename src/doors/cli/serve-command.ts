import type { Command } from '#kernel/commands/index.ts';
import { readConfig } from '#kernel/config/index.ts';
import type { House } from '../house/open-house.ts';
import { runInServer } from './run-program.ts';

/** Serves the site; `commands` are those that other processes may have run inside it. */
export const serveCommand = (commands: () => readonly Command<House>[]): Command<House> => ({
  name: 'serve',
  summary: 'Opens the data folder and serves the site until it is interrupted.',
  needs: 'nothing',
  async run(_house, _input, io) {
    // Loaded here: no other command needs the site.
    const { serve } = await import('../house/serve.ts');
    const server = await serve(readConfig(process.env), (house, argv, inner) =>
      runInServer(commands(), house, argv, inner),
    );
    await io.out(`Mandata is at ${server.address}\n`);
    await new Promise<void>((resolve) => {
      if (io.signal.aborted) resolve();
      io.signal.addEventListener('abort', () => resolve(), { once: true });
    });
    await server.close();
    return 0;
  },
});
