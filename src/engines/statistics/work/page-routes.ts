import { Hono } from 'hono';
import type { UiEnv } from '#kernel/ui/index.ts';
import type { WorkDeps } from './deps.ts';
import { batchActRoutes } from './routes/batch-act-routes.ts';
import { importsRoutes } from './routes/imports-routes.ts';

/** Pages of the workspace; mounted under the language. */
export function workPageRoutes(deps: WorkDeps): Hono<UiEnv> {
  return new Hono<UiEnv>().route('/', batchActRoutes(deps)).route('/', importsRoutes(deps));
}
