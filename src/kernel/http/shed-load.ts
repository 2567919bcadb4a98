import { createMiddleware } from 'hono/factory';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { HttpEnv } from './env.ts';

/** Answers 503 with Retry-After beyond `most` requests under way, so that the rest are answered in time. */
export function shedLoad(most: number, gauge: { inFlight: number }) {
  return createMiddleware<HttpEnv>(async (_c, next) => {
    if (gauge.inFlight >= most) {
      throw new Problem('unavailable', say('The server is busy. Try again in a few seconds.'), {
        details: { retryAfter: 5 },
      });
    }
    gauge.inFlight += 1;
    try {
      await next();
    } finally {
      gauge.inFlight -= 1;
    }
  });
}
