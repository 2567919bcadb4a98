import { apiPages } from '../api/pages.ts';
import * as registers from '#engines/registers/browser.ts';
import * as statistics from '#engines/statistics/browser.ts';
import * as legislation from '#systems/legislation/browser.ts';
import * as treaties from '#systems/treaties/browser.ts';
import { islands as designIslands } from '#kernel/ui/islands/index.ts';
import { publicPage, workspacePage, type Islands, type Pages } from '#kernel/ui/page-entry.ts';
import { islands as shellIslands } from './islands/index.ts';
import { placePages } from './places/pages.ts';

/** The shell's own pages. */
export const shellPages = {
  'web/front': publicPage(() => import('./pages/front.tsx')),
  'web/search': publicPage(() => import('./pages/search.tsx')),
  'web/search-help': publicPage(() => import('./pages/search-help.tsx')),
  'web/not-found': publicPage(() => import('./pages/not-found.tsx')),
  'web/problem': publicPage(() => import('./pages/problem.tsx')),
  'web/sign-in': publicPage(() => import('./pages/sign-in.tsx')),
  'web/second-factor': publicPage(() => import('./pages/second-factor.tsx')),
  'web/forgotten-password': publicPage(() => import('./pages/forgotten-password.tsx')),
  'web/new-password': publicPage(() => import('./pages/new-password.tsx')),
  'web/account': publicPage(() => import('./pages/account.tsx')),
  'web/account-second-factor': publicPage(() => import('./pages/account-second-factor.tsx')),
  'web/authenticator-app': publicPage(() => import('./pages/authenticator-app.tsx')),
  'web/recovery-codes': publicPage(() => import('./pages/recovery-codes.tsx')),
  'web/sessions': publicPage(() => import('./pages/sessions.tsx')),
  'web/saved-searches': publicPage(() => import('./pages/saved-searches.tsx')),
  'web/tokens': publicPage(() => import('./pages/tokens.tsx')),
  'web/accounts': publicPage(() => import('./pages/accounts.tsx')),
  'web/invite': publicPage(() => import('./pages/invite.tsx')),
  'web/site-operator': publicPage(() => import('./pages/site-operator.tsx')),
  'web/one-account': publicPage(() => import('./pages/one-account.tsx')),
  'web/background-work': publicPage(() => import('./pages/background-work.tsx')),
  'web/about': publicPage(() => import('./pages/about.tsx')),
  'web/privacy': publicPage(() => import('./pages/privacy.tsx')),
  'web/terms': publicPage(() => import('./pages/terms.tsx')),
  'web/accessibility': publicPage(() => import('./pages/accessibility.tsx')),
  'web/data-files': publicPage(() => import('./pages/data-files.tsx')),
  'web/report-error': publicPage(() => import('./pages/report-error.tsx')),
  'web/styleguide': workspacePage(() => import('./pages/styleguide.tsx')),
} satisfies Pages;

/** Every page that can be asked for. An engine adds itself by one line: `...statistics.pages`. */
export const pages: Pages = {
  ...shellPages,
  ...placePages,
  ...apiPages,
  ...registers.pages,
  ...statistics.pages,
  ...treaties.pages,
  ...legislation.pages,
};

/** Every island, in the same way: `...statistics.islands`. */
export const islands: Islands = {
  ...designIslands,
  ...shellIslands,
  ...registers.islands,
  ...statistics.islands,
};
