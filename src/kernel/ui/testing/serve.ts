import { createServer } from 'node:net';
import { serve } from '@hono/node-server';
import type { Env, Hono } from 'hono';

/** Serves an app on the loopback, on a free port where none is wanted; `close` ends it. */
export async function serveForTest<E extends Env>(
  app: Hono<E>,
  wanted = 0,
): Promise<{ origin: string; close: () => Promise<void> }> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: wanted }, ({ port }) => resolve(port));
  return {
    origin: `http://127.0.0.1:${await promise}`,
    close: () => new Promise((done) => server.close(() => done())),
  };
}

/** A port that is free now, for an app that must know its own address. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
