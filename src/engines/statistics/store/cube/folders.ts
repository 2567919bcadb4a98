import { join } from 'node:path';
import type { ArtefactId } from '../../model/structure.ts';

/** Where the engine keeps its files inside the data folder. */
export interface Folders {
  readonly root: string;
  readonly batches: string;
  readonly releases: string;
  /** Scratch of imports; emptied at each start. */
  readonly work: string;
  readonly cache: string;
}

export function foldersOf(dataFolder: string): Folders {
  const root = join(dataFolder, 'statistics');
  return {
    root,
    batches: join(root, 'batches'),
    releases: join(root, 'releases'),
    work: join(root, 'work'),
    cache: join(dataFolder, 'cache'),
  };
}

export function batchFolder(folders: Folders, batch: string): string {
  return join(folders.batches, batch);
}

export function releaseFolder(folders: Folders, flow: Pick<ArtefactId, 'agency' | 'id'>, release: number): string {
  return join(folders.releases, flow.agency, flow.id, String(release));
}
