import type { Islands, Pages } from '#kernel/ui/page-entry.ts';
import { publicPage } from '#kernel/ui/page-entry.ts';
import { islands as designIslands } from '#kernel/ui/islands/index.ts';

/** The shell's own pages. */
export const shellPages = {
  'web/not-found': publicPage(() => import('./pages/not-found.tsx')),
  'web/problem': publicPage(() => import('./pages/problem.tsx')),
} satisfies Pages;

/** Every page that can be asked for. An engine adds itself by one line: `...statistics.pages`. */
export const pages: Pages = {
  ...shellPages,
};

/** Every island, in the same way: `...statistics.islands`. */
export const islands: Islands = {
  ...designIslands,
};
