import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { say } from '#kernel/i18n/say.ts';
import { defineJob, defineWork, type Work } from '#kernel/jobs/index.ts';
import type { House } from '../house/open-house.ts';
import { writeBackup } from './write-backup.ts';

/** "mandata-2024-03-01T0230.zip": by name is by time. */
const nameAt = (now: Date): string => `mandata-${now.toISOString().slice(0, 16).replace(':', '')}.zip`;
const ours = /^mandata-\d{4}-\d\d-\d\dT\d{4}\.zip$/;

export const backupsFolder = (dataFolder: string): string => join(dataFolder, 'backups');

/** Each day at the time of the settings: the whole house into `<data folder>/backups`, of which the newest `keep` stay. */
export function nightlyBackup(
  house: House,
  { at, keep }: { at: string; keep: number },
  kindOfFolder: (name: string) => string,
): Work {
  const [hour = '', minute = ''] = at.split(':');
  return defineWork({
    // A large house takes long: its worker speaks three times in five minutes.
    kind: defineJob({ name: kindOfFolder('house.backup'), payload: z.null(), attempts: 3, backoffSeconds: 60 }),
    title: say('Write a backup'),
    options: { batch: 1, pollMilliseconds: 5000 },
    schedules: [{ cron: `${Number(minute)} ${Number(hour)} * * *`, payload: null }],
    async handle({ report }) {
      const { name, entries } = await keepBackup(house, keep);
      await report(1, `${name}, ${entries} entries`);
    },
  });
}

/** Writes one backup under its final name only when it is whole, then deletes the oldest beyond `keep`. */
export async function keepBackup(house: House, keep: number): Promise<{ name: string; entries: number }> {
  const folder = backupsFolder(house.config.dataFolder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await house.sealer.sealNow();
  const name = nameAt(house.clock());
  const { entries } = await writeBackup(house, join(folder, name));
  // Only now: a night without room for a new one must not cost an old one.
  const kept = (await readdir(folder)).filter((each) => ours.test(each)).sort();
  for (const old of kept.slice(0, Math.max(0, kept.length - keep))) await rm(join(folder, old), { force: true });
  return { name, entries: entries.length };
}
