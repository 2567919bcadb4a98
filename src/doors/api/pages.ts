import { publicPage, type Pages } from '#kernel/ui/page-entry.ts';

export const apiPages = {
  'api/reference': publicPage(() => import('./pages/reference.tsx')),
} satisfies Pages;
