import { randomUUID } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import type { Log } from '#kernel/log/index.ts';
import type { HttpEnv } from './env.ts';

const acceptable = /^[\w-]{8,64}$/;

/** Gives each request an id (the proxy's, when it is trusted), puts it on the answer and on every log line. */
export function requestId(log: Log, trustProxy: boolean) {
  return createMiddleware<HttpEnv>(async (c, next) => {
    const given = trustProxy ? c.req.header('x-request-id') : undefined;
    const id = given !== undefined && acceptable.test(given) ? given : randomUUID();
    c.set('requestId', id);
    c.set('log', log.with({ request: id }));
    await next();
    c.header('X-Request-Id', id);
  });
}
