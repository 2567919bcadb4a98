import { Hono } from 'hono';
import type { UiEnv } from '#kernel/ui/index.ts';
import type { WorkDeps } from './deps.ts';
import { batchActRoutes } from './routes/batch-act-routes.ts';
import { findingsRoutes } from './routes/findings-routes.ts';
import { importsRoutes } from './routes/imports-routes.ts';
import { releasesRoutes } from './routes/releases-routes.ts';

/** Pages of the workspace; mounted under the language. */
export function workPageRoutes(deps: WorkDeps): Hono<UiEnv> {
  return new Hono<UiEnv>()
    .route('/', batchActRoutes(deps))
    .route('/', importsRoutes(deps))
    .route('/', findingsRoutes(deps))
    .route('/', releasesRoutes(deps));
}
