import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { say } from '#kernel/i18n/say.ts';
import { defineJob, defineWork, type Work } from '#kernel/jobs/index.ts';
import { backupsFolder } from '../keeping/nightly-backup.ts';
import type { House } from './open-house.ts';

const dayMilliseconds = 86_400_000;

/** Where work leaves files that a killed process cannot take away itself, and which of them; nothing else is touched. */
const temporary = (dataFolder: string): readonly { folder: string; names: RegExp }[] => [
  { folder: dataFolder, names: /^seeding-/ },
  { folder: join(dataFolder, 'statistics', 'work'), names: /./ },
  { folder: join(dataFolder, 'files', 'unfinished'), names: /./ },
  { folder: join(dataFolder, 'cache', 'spill'), names: /./ },
  { folder: backupsFolder(dataFolder), names: /\.part$/ },
];

/** Each night: temporary files that nobody has touched for a day, and figures in the cache that are in force no more. */
export const tidyFolder = (house: House, kindOfFolder: (name: string) => string): Work =>
  defineWork({
    kind: defineJob({ name: kindOfFolder('house.tidy'), payload: z.null() }),
    title: say('Remove old temporary files'),
    options: { pollMilliseconds: 5000 },
    schedules: [{ cron: '30 1 * * *', payload: null }],
    async handle({ report }) {
      const gone = await removeOldTemporary(house.config.dataFolder, house.clock());
      await house.statistics.store.refresh();
      await report(1, `${gone.length} removed`);
    },
  });

/** Paths of what was removed: temporary, and older than a day. */
export async function removeOldTemporary(dataFolder: string, now: Date): Promise<readonly string[]> {
  const gone: string[] = [];
  for (const { folder, names } of temporary(dataFolder)) {
    for (const name of await readdir(folder).catch(() => [])) {
      const path = join(folder, name);
      const touched = names.test(name) ? await stat(path).catch(() => undefined) : undefined;
      if (touched === undefined || now.getTime() - touched.mtimeMs < dayMilliseconds) continue;
      await rm(path, { recursive: true, force: true });
      gone.push(path);
    }
  }
  return gone;
}
