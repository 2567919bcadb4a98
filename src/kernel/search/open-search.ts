import type { Log } from '#kernel/log/index.ts';
import { buildIndex, type Index } from './build-index.ts';
import type { SearchAnswer, SearchDocument, SearchQuery, SearchSource } from './document.ts';
import { queryIndex } from './query-index.ts';

export interface Search {
  find(query: SearchQuery): SearchAnswer;
  /** Says that a source has changed: it is read again and the new index takes the old one's place. */
  refresh(): Promise<void>;
  /** Documents in the index, and whether it holds every change that it was told of. */
  state(): { documents: number; caughtUp: boolean };
}

/** The house's index, in this process. A rebuild that fails leaves the old index in place and is tried again at the next change. */
export function openSearch(sources: readonly SearchSource[], log: Log): Search {
  let index: Index | undefined;
  let told = 0;
  let held = 0;
  let running: Promise<void> | undefined;

  const rebuild = async (): Promise<void> => {
    while (held < told) {
      const upTo = told;
      index = await buildIndex(documentsOf(sources));
      held = upTo;
    }
  };
  return {
    find: (query) =>
      index === undefined ? { total: 0, hits: [], kinds: [], demonstration: [] } : queryIndex(index, query),
    refresh: () => {
      told += 1;
      running ??= rebuild()
        .catch((error: unknown) => log.error('the search index could not be rebuilt', { error }))
        .finally(() => (running = undefined));
      return running;
    },
    state: () => ({ documents: index?.documents.length ?? 0, caughtUp: held === told && index !== undefined }),
  };
}

async function* documentsOf(sources: readonly SearchSource[]): AsyncGenerator<SearchDocument> {
  for (const source of sources) yield* source.documents();
}
