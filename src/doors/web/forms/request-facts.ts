import type { Context } from 'hono';
import { splitLanguage, type UiEnv } from '#kernel/ui/index.ts';
import type { Language } from '#kernel/i18n/say.ts';
import type { AccountActor } from '#kernel/policy/index.ts';
import { localAddress } from '../language-routes.ts';

export function languageOf(c: Context<UiEnv>): Language {
  return splitLanguage(c.req.path).language;
}

/** Address of another page of the site in the language of this one. */
export function here(c: Context<UiEnv>, path: string): string {
  return `/${languageOf(c)}${path}`;
}

export function userAgent(c: Context<UiEnv>): string {
  return c.req.header('user-agent') ?? '';
}

/** Where a form leads back to: an address on this site, or the account page. */
export function returnAddress(c: Context<UiEnv>, wanted: string | undefined): string {
  return localAddress(wanted) ?? here(c, '/account');
}

/** The signed-in account, or where to sign in and come back from. */
export function signedIn(c: Context<UiEnv>): AccountActor | Response {
  const actor = c.get('actor');
  if (actor.kind === 'account') return actor;
  const back = c.req.method === 'GET' ? `${c.req.path}${new URL(c.req.url).search}` : here(c, '/account');
  return c.redirect(`${here(c, '/sign-in')}?return=${encodeURIComponent(back)}`, 303);
}
