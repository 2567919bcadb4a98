/** Addresses, without language, that show every page template of the shell to a visitor. */
export const publicPaths = [
  '',
  '/search',
  '/search?q=ken',
  '/search?q=nothing',
  '/search/help',
  '/about',
  '/privacy',
  '/terms',
  '/accessibility',
  '/data-files',
  '/report-error',
  '/report-error?done=sent',
  '/sign-in?done=signed-out',
  '/sign-in/second-factor?methods=totp,passkey,recovery-code',
  '/forgotten-password',
  '/forgotten-password?done=sent',
  '/password-reset',
  '/invitation',
  '/nothing-here',
] as const;

/** The same for an administrator who is signed in. */
export const accountPaths = [
  '/account',
  '/account/password',
  '/account/second-factor',
  '/account/sessions',
  '/account/tokens',
  '/accounts',
  '/accounts?q=nobody-at-all',
  '/accounts/invite',
  '/site-operator',
  '/background-work',
  '/styleguide',
] as const;

/** An administrator of the office who has shown a second factor. */
export const anAdministrator = {
  kind: 'account',
  id: 'a1',
  email: 'amina@justice.example',
  name: 'Amina Odhiambo',
  role: 'administrator',
  organization: { id: 'o1', name: 'Office', kind: 'secretariat' },
  assurance: { secondFactor: true, recent: true },
} as const;
