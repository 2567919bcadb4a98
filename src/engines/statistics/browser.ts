import { publicPage, type Islands, type Pages } from '#kernel/ui/page-entry.ts';
import { indicatorPages } from './indicators/pages.ts';
import { workPages } from './work/pages.ts';

/** The engine's pages, by the names that routes ask for. */
export const pages = {
  ...indicatorPages,
  ...workPages,
  'statistics/catalogue': publicPage(() => import('./pages/catalogue.tsx')),
  'statistics/flow': publicPage(() => import('./pages/flow.tsx')),
  'statistics/explore': publicPage(() => import('./pages/explore.tsx')),
  'statistics/release': publicPage(() => import('./pages/release.tsx')),
  'statistics/observation': publicPage(() => import('./pages/observation.tsx')),
} satisfies Pages;

/** What script adds to them. */
export const islands = {
  explorer: () => import('./islands/explorer.ts'),
  'period-range': () => import('./islands/period-range.ts'),
  'filter-choices': () => import('./islands/filter-choices.ts'),
  png: () => import('./islands/png.ts'),
} satisfies Islands;
