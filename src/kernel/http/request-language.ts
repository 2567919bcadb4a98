import type { Context } from 'hono';
import { isLanguage, negotiateLanguage, type Language } from '#kernel/i18n/index.ts';

/** The language to answer in: of the page in the address (`/fr/sign-in`), else the one that the request prefers. */
export function requestLanguage(c: Context): Language {
  const first = c.req.path.split('/')[1];
  return isLanguage(first) ? first : negotiateLanguage(c.req.header('accept-language'));
}
