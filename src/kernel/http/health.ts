import { Hono } from 'hono';
import type { HttpEnv } from './env.ts';
import type { Metrics } from './metrics.ts';

export interface Readiness {
  readonly ready: boolean;
  /** What was checked → how it stands. */
  readonly checks: Readonly<Record<string, unknown>>;
}

/** Liveness, readiness (database, migrations, index caught up) and Prometheus text. */
export function healthRoutes(readiness: () => Promise<Readiness>, metrics: Metrics): Hono<HttpEnv> {
  return new Hono<HttpEnv>()
    .get('/healthz', (c) => c.json({ ok: true }))
    .get('/readyz', async (c) => {
      const state = await readiness();
      return c.json(state, state.ready ? 200 : 503);
    })
    .get('/metrics', async (c) => c.body(await metrics.text(), 200, { 'Content-Type': 'text/plain; version=0.0.4' }));
}
