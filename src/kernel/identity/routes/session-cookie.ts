import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { HttpEnv } from '#kernel/http/index.ts';
import type { IdentityContext } from '../context.ts';
import type { SignedIn } from '../session/begin-session.ts';

const isSecure = ({ origin }: IdentityContext): boolean => origin.startsWith('https:');

/** With TLS the browser itself holds the cookie to this host (`__Host-`); without, as on one's own machine, it cannot. */
const nameOf = (context: IdentityContext): string => (isSecure(context) ? '__Host-mandata' : 'mandata');

export const sessionTokenOf = (c: Context<HttpEnv>, context: IdentityContext): string | undefined =>
  getCookie(c, nameOf(context));

/** Gives the session's token to the browser, out of reach of scripts and of other sites. */
export function giveSession(c: Context<HttpEnv>, context: IdentityContext, { token, expiresAt }: SignedIn): void {
  const secure = isSecure(context);
  setCookie(c, nameOf(context), token, { path: '/', httpOnly: true, sameSite: 'Lax', secure, expires: expiresAt });
}

export function takeSession(c: Context<HttpEnv>, context: IdentityContext): void {
  deleteCookie(c, nameOf(context), { path: '/', secure: isSecure(context) });
}
