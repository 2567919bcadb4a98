import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { sessionCookieOf } from '#kernel/http/index.ts';
import type { SignedIn } from '#kernel/identity/index.ts';
import type { UiEnv } from '#kernel/ui/index.ts';

export function setSession(c: Context<UiEnv>, origin: string, { token, expiresAt }: SignedIn): void {
  setCookie(c, sessionCookieOf(origin), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: origin.startsWith('https:'),
    expires: expiresAt,
  });
}

export function sessionToken(c: Context<UiEnv>, origin: string): string | undefined {
  return getCookie(c, sessionCookieOf(origin));
}

export function clearSession(c: Context<UiEnv>, origin: string): void {
  deleteCookie(c, sessionCookieOf(origin), { path: '/', secure: origin.startsWith('https:') });
}
