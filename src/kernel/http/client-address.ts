import { getConnInfo } from '@hono/node-server/conninfo';
import { createMiddleware } from 'hono/factory';
import type { HttpEnv } from './env.ts';

/** Takes the client's address from the connection, or, behind a trusted proxy, the last one that proxy appended. */
export function clientAddress(trustProxy: boolean) {
  return createMiddleware<HttpEnv>(async (c, next) => {
    const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
    c.set('address', forwarded ?? connectionAddress(c));
    await next();
  });
}

function connectionAddress(c: Parameters<typeof getConnInfo>[0]): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    return 'unknown'; // in-process requests of tests have no connection
  }
}
