import type { Islands } from './page-entry.ts';

/** Finds `data-island` elements and loads the code of those, and only those, that the page has. */
export function startIslands(islands: Islands): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-island]')) {
    for (const name of (element.dataset['island'] ?? '').split(' ')) {
      const load = islands[name];
      // An island that fails leaves its element as the server drew it, which works without script.
      void load?.().then(
        ({ default: enhance }) => enhance(element),
        () => undefined,
      );
    }
  }
}
