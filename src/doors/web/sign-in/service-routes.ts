import { Hono, type Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { notFound } from '#kernel/policy/index.ts';
import { finishOidcSignIn, signOutAddress, startOidcSignIn, type Oidc } from '#kernel/identity/index.ts';
import type { UiEnv } from '#kernel/ui/index.ts';
import { attempt } from '../forms/read-form.ts';
import { here, userAgent } from '../forms/request-facts.ts';
import { sessionToken } from '../forms/session-cookie.ts';
import type { WebHouse } from '../house.ts';
import { goOn, showSignIn } from './sign-in-routes.ts';

/** Signing in with another service (OpenID Connect); there is nothing at these addresses where none is configured. */
export function serviceRoutes(house: WebHouse): Hono<UiEnv> {
  const { identity } = house;
  const service = (): Oidc => {
    if (house.oidc === undefined) throw notFound();
    return house.oidc;
  };
  const isSecure = identity.origin.startsWith('https:');
  const name = isSecure ? '__Host-mandata-sign-in' : 'mandata-sign-in';
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure } as const;
  const refuse = (c: Context<UiEnv>, done: { errors: Parameters<typeof showSignIn>[2]; status: number }) =>
    showSignIn(c, house, done.errors, {}, done.status);

  return new Hono<UiEnv>()
    .get('/sign-in/service', async (c) => {
      const oidc = service();
      const done = await attempt(() => startOidcSignIn(identity, oidc, c.req.query('return')), 'unavailable');
      if (!done.ok) return refuse(c, done);
      const { url, cookie, until } = done.value;
      setCookie(c, name, cookie, { ...options, expires: until });
      return c.redirect(url, 303);
    })
    .get('/sign-in/callback', async (c) => {
      const oidc = service();
      const cookie = getCookie(c, name);
      deleteCookie(c, name, options);
      const { search } = new URL(c.req.url);
      const replaces = sessionToken(c, identity.origin);
      const back = { search, cookie, userAgent: userAgent(c), replaces };
      const done = await attempt(() => finishOidcSignIn(identity, oidc, back), 'unavailable');
      return done.ok ? goOn(c, house, done.value.session, done.value.goal) : refuse(c, done);
    })
    .get('/sign-in/service/sign-out', async (c) =>
      c.redirect((await signOutAddress(identity, service())) ?? here(c, '/sign-in'), 303),
    );
}
