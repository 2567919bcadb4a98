import { publicPage, type Islands, type Pages } from '#kernel/ui/page-entry.ts';

/** The engine's pages, by the names that routes ask for. */
export const pages = {
  'registers/all': publicPage(() => import('./pages/registers.tsx')),
  'registers/list': publicPage(() => import('./pages/list.tsx')),
  'registers/record': publicPage(() => import('./pages/record.tsx')),
  'registers/edit': publicPage(() => import('./pages/edit.tsx')),
  'registers/move': publicPage(() => import('./pages/move.tsx')),
  'registers/work': publicPage(() => import('./pages/work.tsx')),
  'registers/compare': publicPage(() => import('./pages/compare.tsx')),
  'registers/cited-by': publicPage(() => import('./pages/cited-by.tsx')),
  'registers/import': publicPage(() => import('./pages/import.tsx')),
  'registers/history': publicPage(() => import('./pages/history.tsx')),
} satisfies Pages;

/** What script adds to them. */
export const islands = {
  'guard-changes': () => import('./islands/guard-changes.ts'),
} satisfies Islands;
