import { Hono, type Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { isLanguage, negotiateLanguage, type Language } from '#kernel/i18n/index.ts';
import { splitLanguage, themeCookie, themeFrom, underLanguage, type UiEnv } from '#kernel/ui/index.ts';

const languageCookie = 'mandata-language';
const aYear = 365 * 24 * 3600;

/** The bare address leads to the visitor's language: the one chosen before, else the one that the browser prefers. */
export const languageRoutes = new Hono<UiEnv>()
  .get('/', (c) => {
    c.header('Vary', 'Accept-Language, Cookie');
    return c.redirect(`/${preferred(c)}`, 302);
  })
  // Letters lead to these without a language, because they are read on another machine as often as not.
  .get('/:page{(?:invitation|password-reset)}', (c) => c.redirect(`/${preferred(c)}/${c.req.param('page')}`, 302))
  // A sign-in service and its sign-out lead back to one address each, registered there.
  .get('/:page{sign-in(?:/callback)?}', (c) =>
    c.redirect(`/${preferred(c)}/${c.req.param('page')}${new URL(c.req.url).search}`, 302),
  )
  .get(`/${underLanguage}/`, (c) => c.redirect(`/${c.req.param('language')}`, 301))
  .post(`/${underLanguage}/preferences`, async (c) => {
    const { theme, return: back } = await c.req.parseBody();
    setCookie(c, themeCookie, themeFrom(typeof theme === 'string' ? theme : undefined), {
      path: '/',
      maxAge: aYear,
      sameSite: 'Lax',
    });
    return c.redirect(localAddress(typeof back === 'string' ? back : undefined) ?? `/${c.req.param('language')}`, 303);
  });

function preferred(c: Context<UiEnv>): Language {
  const chosen = getCookie(c, languageCookie);
  return isLanguage(chosen) ? chosen : negotiateLanguage(c.req.header('accept-language'));
}

/** Remembers the language of the page that is read, where it is not what the browser would have got anyway. */
export const rememberLanguage = createMiddleware<UiEnv>(async (c, next) => {
  await next();
  if (c.req.method !== 'GET' || c.res.headers.get('content-type')?.startsWith('text/html') !== true) return;
  const { language } = splitLanguage(c.req.path);
  const expected = getCookie(c, languageCookie) ?? negotiateLanguage(c.req.header('accept-language'));
  if (expected !== language) setCookie(c, languageCookie, language, { path: '/', maxAge: aYear, sameSite: 'Lax' });
});

/** An address on this site, or undefined: `//elsewhere` and `https://elsewhere` must not be redirected to. */
export function localAddress(address: string | undefined): string | undefined {
  if (address === undefined || !/^\/[^/\\]/.test(address)) return undefined;
  return URL.parse(address, 'http://here')?.host === 'here' ? address : undefined;
}
