import { publicPage, workspacePage, type Pages } from '#kernel/ui/page-entry.ts';

/** The workspace's pages, by the names that routes ask for. */
export const workPages = {
  'work/imports': workspacePage(() => import('./pages/imports.tsx')),
  'work/import-run': workspacePage(() => import('./pages/import-run.tsx')),
  'work/batch': publicPage(() => import('./pages/batch.tsx')),
  'work/batch-act': publicPage(() => import('./pages/batch-act.tsx')),
} satisfies Pages;
