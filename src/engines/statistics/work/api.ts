import type { OpenAPIHono } from '@hono/zod-openapi';
import { openApiApp, type HttpEnv } from '#kernel/http/index.ts';
import { batchesApi } from './api/batches-api.ts';
import { findingsApi } from './api/findings-api.ts';
import { importApi } from './api/import-api.ts';
import { indicatorsApi } from './api/indicators-api.ts';
import { releasesApi } from './api/releases-api.ts';
import type { WorkDeps } from './deps.ts';

/** Addresses of the statistics engine under /api/v1/statistics, to be mounted at "/". */
export function statisticsApi(deps: WorkDeps): OpenAPIHono<HttpEnv> {
  const app = openApiApp();
  app.use('/api/v1/statistics/*', async (c, next) => {
    await next();
    // What a person may see is theirs alone; what is public is fast to ask for again.
    c.header('Cache-Control', 'private, no-store');
  });
  for (const part of [importApi, batchesApi, findingsApi, releasesApi, indicatorsApi]) app.route('/', part(deps));
  return app;
}
