import { publicPage, type Pages } from '#kernel/ui/page-entry.ts';

/** The indicators' pages, by the names that routes ask for. */
export const indicatorPages = {
  'statistics/indicators': publicPage(() => import('./pages/indicator-list.tsx')),
  'statistics/indicator': publicPage(() => import('./pages/indicator.tsx')),
  'statistics/indicator-of-area': publicPage(() => import('./pages/indicator-of-area.tsx')),
} satisfies Pages;
