import type { Handle } from '#kernel/database/index.ts';
import type { Log } from '#kernel/log/index.ts';
import type { SearchSource } from '../document.ts';
import type { IndexList } from '../segment/index-list.ts';
import { everyRecord } from './changed.ts';
import { nameOfChange, placeChanges, readChanges, readPlace } from './read-changes.ts';
import { readRecords } from './read-records.ts';
import type { Kept } from './snapshot.ts';
import { syncSource } from './sync-source.ts';

const atOnce = 500;

/** Brings the index along with the record, in the order of its changes. */
export interface Follower {
  /** Whether what was kept belongs to this database and can be gone on from; takes its position if so. */
  takeUp(kept: Kept): Promise<boolean>;
  /** Reads sources whole: those named, or all. What changes meanwhile comes behind it. */
  readWhole(names: ReadonlySet<string> | undefined): Promise<void>;
  /** Applies what has been said since; gives how many changes. */
  catchUp(): Promise<number>;
  kept(): Promise<Kept>;
  readonly behind: number;
  readonly failing: number;
}

export function follower(
  list: IndexList,
  sources: readonly SearchSource[],
  owner: Handle | undefined,
  log: Pick<Log, 'warn'>,
): Follower {
  const byName = new Map(sources.map((source) => [source.name, source]));
  const failing = new Map<string, { source: string; record: string }>();
  let epoch = '';
  let position = 0;
  let last = 0;

  const look = async (): Promise<void> => {
    if (owner === undefined) return;
    await placeChanges(owner);
    const place = await readPlace(owner);
    epoch = place.epoch;
    last = place.last;
  };
  const readAgain = async (records: readonly { source: string; record: string }[]): Promise<void> => {
    for (const { source, record } of records) failing.delete(`${source}\0${record}`);
    for (const { source, record, error } of await readRecords(list, byName, records)) {
      failing.set(`${source}\0${record}`, { source, record });
      log.warn('a record could not be read for the search; it is left out until it can', { source, record, error });
    }
  };
  return {
    async takeUp(kept) {
      if (owner === undefined) return true;
      await placeChanges(owner);
      const place = await readPlace(owner);
      const same =
        place.epoch === kept.epoch &&
        kept.position <= place.last &&
        kept.position >= place.forgotten &&
        (kept.position === 0 || (await nameOfChange(owner, kept.position)) === kept.change);
      if (same) ({ position } = kept);
      return same;
    },
    async readWhole(names) {
      await look();
      const from = last;
      for (const source of sources) if (names === undefined || names.has(source.name)) await syncSource(list, source);
      // All of it was read behind these changes; of some only, the others' changes are still to come.
      if (names === undefined) position = from;
    },
    async catchUp() {
      await look();
      let applied = 0;
      if (failing.size > 0) await readAgain([...failing.values()]);
      if (owner === undefined) return 0;
      for (;;) {
        const changes = await readChanges(owner, position, atOnce);
        const whole = new Set(changes.filter(({ record }) => record === everyRecord).map(({ source }) => source));
        for (const name of whole) {
          const source = byName.get(name);
          if (source !== undefined) await syncSource(list, source);
        }
        await readAgain(changes.filter(({ source }) => !whole.has(source)));
        position = changes.at(-1)?.position ?? position;
        applied += changes.length;
        if (changes.length < atOnce) return applied;
      }
    },
    async kept() {
      const change = owner === undefined ? undefined : await nameOfChange(owner, position);
      const versions = Object.fromEntries(sources.map(({ name, version = '' }) => [name, version]));
      return { epoch, position, versions, ...(change !== undefined && { change }) };
    },
    get behind() {
      return Math.max(0, last - position);
    },
    get failing() {
      return failing.size;
    },
  };
}
