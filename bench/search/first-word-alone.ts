import type { Search } from '#kernel/search/index.ts';

/** Mean time in milliseconds to find the documents of the first word alone, without facets or hits: the least that an answer costs. */
export function findFirstWordAlone(search: Search, asked: readonly { words: readonly string[] }[]): number | undefined {
  const times = asked.map(({ words }) => {
    const start = performance.now();
    search.find({ text: words[0] ?? '', language: 'en', audiences: 'all', demonstration: false, page: 1, size: 0 });
    return performance.now() - start;
  });
  return times.length === 0 ? undefined : times.reduce((sum, time) => sum + time, 0) / times.length;
}
