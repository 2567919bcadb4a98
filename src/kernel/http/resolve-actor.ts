import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { anonymous, type Actor } from '#kernel/policy/actor.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { HttpEnv } from './env.ts';

export interface ActorFinder {
  bySession(token: string): Promise<Actor | undefined>;
  byApiToken(token: string): Promise<Actor | undefined>;
}

/** Under TLS only the name that no sibling host can plant. */
export function sessionCookieOf(origin: string | undefined): string {
  return origin?.startsWith('https:') === true ? '__Host-mandata' : 'mandata';
}

/** Recognises who asks: a bearer token (a wrong one is refused) or a session cookie (a stale one is anonymous). */
export function resolveActor(find: ActorFinder, origin: string | undefined) {
  return createMiddleware<HttpEnv>(async (c, next) => {
    c.set('actor', anonymous);
    c.set('via', 'nothing');
    const bearer = /^Bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    const cookie = getCookie(c, sessionCookieOf(origin));
    if (bearer !== undefined) {
      const actor = await find.byApiToken(bearer);
      if (actor === undefined) {
        throw new Problem(
          'not-signed-in',
          say('This API token is not valid, or no longer. Make a new one on your account page.'),
        );
      }
      c.set('actor', actor);
      c.set('via', 'token');
    } else if (cookie !== undefined) {
      c.set('via', 'cookie');
      c.set('actor', (await find.bySession(cookie)) ?? anonymous);
    }
    await next();
  });
}
