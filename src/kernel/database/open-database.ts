import { mkdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { lockFolder } from './lock-folder.ts';
import { createPglite, openPglite } from './open-last-resort.ts';
import { openNamed } from './open-named.ts';
import { CannotRun, major, openPrivate } from './open-private.ts';
import type { DatabaseLog, OpenDatabase } from './types.ts';

export interface DatabaseSettings {
  readonly dataFolder: string;
  readonly databaseUrl?: string;
  /** Whether PGlite may stand in where the private server cannot run; true unless said otherwise. */
  readonly allowLastResort?: boolean;
  readonly log: DatabaseLog;
}

/** Opens the record: the named server, else the private PostgreSQL in the data folder, else PGlite with a warning. Throws Problem. */
export async function openDatabase(settings: DatabaseSettings): Promise<OpenDatabase> {
  if (settings.databaseUrl !== undefined) return openNamed(settings.databaseUrl);
  const lastResort = join(settings.dataFolder, 'database', 'last-resort');
  // A record once begun there stays there: an empty one beside it would look like a loss.
  if (await exists(join(lastResort, 'PG_VERSION')))
    return openLastResort(settings, lastResort, 'its record was begun that way');
  try {
    return await openPrivate(settings);
  } catch (error) {
    if (error instanceof Problem) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const begun = await exists(join(settings.dataFolder, 'database', major));
    if (!(error instanceof CannotRun) || begun || settings.allowLastResort === false) {
      throw new Problem(
        'unavailable',
        say('The private database in {folder} cannot be started: {reason}.', {
          folder: settings.dataFolder,
          reason: reason.replace(/\.$/, ''),
        }),
        {
          cause: error,
        },
      );
    }
    return openLastResort(settings, lastResort, reason);
  }
}

async function openLastResort(settings: DatabaseSettings, folder: string, reason: string): Promise<OpenDatabase> {
  const home = join(settings.dataFolder, 'database');
  await mkdir(settings.dataFolder, { recursive: true, mode: 0o700 });
  await mkdir(home, { recursive: true, mode: 0o711 });
  const lock = await lockFolder(await realpath(home));
  settings.log.warn(
    'The record is kept by the built-in stand-in, not by PostgreSQL: a power cut can lose what was saved last. Use it to look around, not for work.',
    { reason },
  );
  try {
    const database = await openPglite(await createPglite(folder), folder);
    return { ...database, close: () => database.close().then(() => lock.release()) };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
