import { createMiddleware } from 'hono/factory';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { HttpEnv } from './env.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses writes that another site made a browser send. Every current browser names the origin of an unsafe request, for
 * every content type; a request that names none does not come from a page.
 */
export function sameOrigin(origin: string | undefined) {
  return createMiddleware<HttpEnv>(async (c, next) => {
    if (!safe.has(c.req.method) && c.get('via') !== 'token' && isForeign(c.req.raw.headers, c.req.url, origin)) {
      throw new Problem(
        'forbidden',
        say('This request came from another site and was refused. Open the page here and try again.'),
      );
    }
    await next();
  });
}

function isForeign(headers: Headers, url: string, origin: string | undefined): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return true;
  const from = headers.get('origin');
  if (from === null) return false;
  const host = headers.get('host') ?? new URL(url).host;
  return from !== origin && from !== `http://${host}` && from !== `https://${host}`;
}
