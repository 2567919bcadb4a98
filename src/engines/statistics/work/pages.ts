import { publicPage, workspacePage, type Pages } from '#kernel/ui/page-entry.ts';

/** The workspace's pages, by the names that routes ask for. */
export const workPages = {
  'work/imports': workspacePage(() => import('./pages/imports.tsx')),
  'work/import-run': workspacePage(() => import('./pages/import-run.tsx')),
  'work/batch': publicPage(() => import('./pages/batch.tsx')),
  'work/batch-act': publicPage(() => import('./pages/batch-act.tsx')),
  'work/findings': workspacePage(() => import('./pages/findings.tsx')),
  'work/finding': workspacePage(() => import('./pages/finding.tsx')),
  'work/releases': publicPage(() => import('./pages/releases.tsx')),
  'work/releases-of-flow': publicPage(() => import('./pages/releases-of-flow.tsx')),
  'work/release-check': publicPage(() => import('./pages/release-check.tsx')),
  'work/withdraw': publicPage(() => import('./pages/withdraw.tsx')),
} satisfies Pages;
