import { publicPage, type Pages } from '#kernel/ui/page-entry.ts';

export const placePages = {
  'places/place': publicPage(() => import('./pages/place.tsx')),
  'places/list': publicPage(() => import('./pages/places.tsx')),
} satisfies Pages;
