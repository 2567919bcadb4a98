import type { OpenDatabase } from '#kernel/database/index.ts';
import type { Log } from '#kernel/log/index.ts';
import type { SearchAnswer, SearchQuery } from './answer.ts';
import type { SearchSource } from './document.ts';
import { find } from './find.ts';
import { searchChannel } from './follow/changed.ts';
import { follower } from './follow/follower.ts';
import { oneByOne } from './follow/one-by-one.ts';
import { snapshotsIn } from './follow/snapshot.ts';
import { indexList } from './segment/index-list.ts';
import { suggest, type SuggestQuery, type Suggestion } from './suggest.ts';

export interface SearchState {
  readonly documents: number;
  /** Whether it holds every change that it was told of. */
  readonly caughtUp: boolean;
  /** Changes said in the record that it has yet to take up, as of its last look. */
  readonly behind: number;
  /** Records that could not be read, and are left out until they can. */
  readonly failing: number;
  readonly segments: number;
}

export interface Search {
  find(query: SearchQuery): SearchAnswer;
  /** Titles and names that begin as the reader types. */
  suggest(query: SuggestQuery): readonly Suggestion[];
  /**
   * Reads again the sources that cannot tell of single records, or the one named, and takes up all that was said; the first time
   * it opens the index. Does not fail: what goes wrong is noted, leaves what was there, and is tried again.
   */
  refresh(source?: string): Promise<void>;
  state(): SearchState;
  /** Keeps the index for the next start, and ends. */
  close(): Promise<void>;
}

export interface SearchSettings {
  readonly sources: readonly SearchSource[];
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
  /** Where `changed` is said; without it only `refresh` brings anything new. */
  readonly database?: Pick<OpenDatabase, 'owner' | 'listen'>;
  /** Where the index is kept from start to start; without it all is read at each. */
  readonly folder?: string;
  /** How often it looks without being called (1,000). */
  readonly pollMilliseconds?: number;
}

/** Changes after which the index is kept again, so that a start after a crash has little to catch up with. */
const keepAfter = 2000;

/** The house's index, in this process. */
export function openSearch({ sources, log, database, folder, pollMilliseconds = 1000 }: SearchSettings): Search {
  const list = indexList();
  const follow = follower(list, sources, database?.owner, log);
  const snapshots = folder === undefined ? undefined : snapshotsIn(folder);
  const inOrder = oneByOne();
  const wholly = new Set(sources.filter(({ read }) => read === undefined).map(({ name }) => name));
  let opened = false;
  let told = 0;
  let held = 0;
  let sinceKept = 0;
  let closed = false;
  let unlisten: (() => Promise<void>) | undefined;
  let poll: NodeJS.Timeout | undefined;

  const save = async (): Promise<void> => {
    await snapshots?.save(await follow.kept(), list);
    sinceKept = 0;
  };
  const takeUp = async (): Promise<void> => {
    sinceKept += await follow.catchUp();
    await list.merge();
    if (sinceKept > keepAfter) await save();
  };
  const open = async (): Promise<void> => {
    // A first start that failed half-way has its part in the list already.
    const loaded = list.segments.length === 0 ? await snapshots?.load() : undefined;
    if (loaded !== undefined && (await follow.takeUp(loaded.kept))) {
      list.replace(loaded.segments, []);
      const others = sources.filter(({ name, version = '' }) => loaded.kept.versions[name] !== version);
      await follow.readWhole(new Set([...wholly, ...others.map(({ name }) => name)]));
    } else await follow.readWhole(undefined);
    await takeUp();
    await save();
    opened = true;
    if (database === undefined) return;
    const again = (): void => void attempt(takeUp);
    poll = setInterval(again, pollMilliseconds).unref();
    unlisten = await database.listen(searchChannel, again);
  };
  /** One piece of work after another; a failure is noted and leaves the index as it was. */
  const attempt = (work: () => Promise<void>): Promise<boolean> =>
    inOrder(async () => {
      if (closed) return false;
      try {
        await work();
        return true;
      } catch (error) {
        log.error('the search index could not be brought up to date', { error });
        return false;
      }
    });
  return {
    find: (query) => find(list.segments, query),
    suggest: (query) => suggest(list.segments, query),
    async refresh(source) {
      told += 1;
      const mine = told;
      const done = await attempt(async () => {
        if (!opened) return open();
        // Somebody who asked later has been served already.
        if (source === undefined && held >= mine) return;
        const upTo = source === undefined ? told : mine;
        await follow.readWhole(source === undefined ? wholly : new Set([source]));
        await takeUp();
        held = Math.max(held, upTo);
      });
      if (done) held = Math.max(held, mine);
    },
    state: () => ({
      documents: list.documents(),
      caughtUp: opened && held === told && follow.behind === 0 && follow.failing === 0,
      behind: follow.behind,
      failing: follow.failing,
      segments: list.segments.length,
    }),
    async close() {
      clearInterval(poll);
      await unlisten?.();
      await attempt(async () => {
        if (opened) await save();
      });
      closed = true;
      snapshots?.close();
    },
  };
}
