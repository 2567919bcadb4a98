import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '#kernel/database/index.ts';
import { foldersOf } from './store/cube/folders.ts';
import { tables } from './store/tables.ts';

/**
 * Called once when the data folder is opened, before anything is imported: removes scratch, and batches and releases that a
 * killed process left without a row in the record. Says what it removed.
 */
export async function tidyUp({
  database,
  dataFolder,
}: {
  database: Database;
  dataFolder: string;
}): Promise<readonly string[]> {
  const folders = foldersOf(dataFolder);
  await rm(folders.work, { recursive: true, force: true });
  const batches = await tables(database.owner).selectFrom('statistics_batches').select('id').execute();
  const releases = await tables(database.owner).selectFrom('statistics_releases').select(['flow', 'release']).execute();
  const known = new Set([...batches.map(({ id }) => id), ...releases.map(({ flow, release }) => `${flow}/${release}`)]);
  const removed: string[] = [];
  const remove = async (path: string): Promise<void> => {
    await rm(path, { recursive: true, force: true });
    removed.push(path);
  };
  for (const batch of await namesIn(folders.batches)) {
    if (!known.has(batch)) await remove(join(folders.batches, batch));
  }
  for (const agency of await namesIn(folders.releases)) {
    for (const flow of await namesIn(join(folders.releases, agency))) {
      for (const release of await namesIn(join(folders.releases, agency, flow))) {
        if (!known.has(`${agency}:${flow}/${release}`)) await remove(join(folders.releases, agency, flow, release));
      }
    }
  }
  return removed;
}

const namesIn = (folder: string): Promise<readonly string[]> => readdir(folder).catch(() => []);
