import { createMiddleware } from 'hono/factory';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { HttpEnv } from './env.ts';

const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Writes of visitors who are not signed in: `burst` at once from an address, refilled at `perSecond`. Says when to come back. */
export function rateLimit(options: { burst: number; perSecond: number; clock: () => Date }) {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return createMiddleware<HttpEnv>(async (c, next) => {
    if (!reads.has(c.req.method) && c.get('actor').kind === 'anonymous') {
      const now = options.clock().getTime();
      if (buckets.size > 50_000) buckets.clear(); // an attacker's addresses must not fill the memory
      const bucket = buckets.get(c.get('address')) ?? { tokens: options.burst, at: now };
      bucket.tokens = Math.min(options.burst, bucket.tokens + ((now - bucket.at) / 1000) * options.perSecond);
      bucket.at = now;
      buckets.set(c.get('address'), bucket);
      if (bucket.tokens < 1) {
        const retryAfter = Math.ceil((1 - bucket.tokens) / options.perSecond);
        throw new Problem(
          'too-many-requests',
          say(
            'Too many requests from this address. Come back in {retryAfter, plural, one {# second} other {# seconds}}.',
            { retryAfter },
          ),
          {
            details: { retryAfter },
          },
        );
      }
      bucket.tokens -= 1;
    }
    await next();
  });
}
