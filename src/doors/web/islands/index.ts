import type { Islands } from '#kernel/ui/page-entry.ts';

/** The islands of the shell's own pages. */
export const islands: Islands = {
  'passkey-sign-in': () => import('./passkey-sign-in.ts'),
  'passkey-register': () => import('./passkey-register.ts'),
  'link-token': () => import('./link-token.ts'),
};
