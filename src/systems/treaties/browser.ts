import { publicPage, type Pages } from '#kernel/ui/page-entry.ts';

/** Pages of treaties beyond those that every register has. */
export const pages = {
  'treaties/list': publicPage(() => import('./pages/treaty-list.tsx')),
  'treaties/matrix': publicPage(() => import('./pages/matrix.tsx')),
  'treaties/treaty': publicPage(() => import('./pages/treaty.tsx')),
  'treaties/state': publicPage(() => import('./pages/state.tsx')),
} satisfies Pages;
