import type { Islands } from '../page-entry.ts';

/** The islands of the design system itself. */
export const islands: Islands = {
  theme: () => import('./theme.ts'),
  menu: () => import('./menu.ts'),
  copy: () => import('./copy.ts'),
  'error-summary': () => import('./error-summary.ts'),
};
