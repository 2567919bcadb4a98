import { publicPage, type Pages } from '#kernel/ui/page-entry.ts';

/** Pages of laws beyond those that every register has. */
export const pages = {
  'legislation/home': publicPage(() => import('./pages/home.tsx')),
  'legislation/coverage': publicPage(() => import('./pages/coverage.tsx')),
  'legislation/compare': publicPage(() => import('./pages/compare.tsx')),
  'legislation/import': publicPage(() => import('./pages/import.tsx')),
  'legislation/law': publicPage(() => import('./pages/law.tsx')),
} satisfies Pages;
