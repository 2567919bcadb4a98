import { serve } from '@hono/node-server';
import type { Env, Hono } from 'hono';

/** Serves an app on a free port of the loopback; `close` ends it. */
export async function serveForTest<E extends Env>(
  app: Hono<E>,
): Promise<{ origin: string; close: () => Promise<void> }> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => resolve(port));
  return {
    origin: `http://127.0.0.1:${await promise}`,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
