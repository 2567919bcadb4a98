import type { Log } from '#kernel/log/index.ts';
import type { SearchAnswer, SearchQuery } from './answer.ts';
import { buildSegments } from './build-segments.ts';
import type { SearchSource } from './document.ts';
import { find } from './find.ts';
import type { Segment } from './segment/segment.ts';

export interface Search {
  find(query: SearchQuery): SearchAnswer;
  /** Says that a source has changed: it is read again and the new index takes the old one's place. */
  refresh(): Promise<void>;
  /** Documents in the index, and whether it holds every change that it was told of. */
  state(): { documents: number; caughtUp: boolean };
}

/** The house's index, in this process. A rebuild that fails leaves the old index in place and is tried again at the next change. */
export function openSearch(sources: readonly SearchSource[], log: Log): Search {
  let segments: readonly Segment[] | undefined;
  let told = 0;
  let held = 0;
  let running: Promise<void> | undefined;

  const rebuild = async (): Promise<void> => {
    while (held < told) {
      const upTo = told;
      const fresh: Segment[] = [];
      await buildSegments(sources, (segment) => void fresh.push(segment));
      segments = fresh;
      held = upTo;
    }
  };
  return {
    find: (query) => find(segments ?? [], query),
    refresh: () => {
      told += 1;
      running ??= rebuild()
        .catch((error: unknown) => log.error('the search index could not be rebuilt', { error }))
        .finally(() => (running = undefined));
      return running;
    },
    state: () => ({
      documents: (segments ?? []).reduce((sum, { count, struckOut }) => sum + count - struckOut, 0),
      caughtUp: held === told && segments !== undefined,
    }),
  };
}
