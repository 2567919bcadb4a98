import { Hono } from 'hono';
import type { UiEnv } from '#kernel/ui/index.ts';
import { allRoutes } from './routes/all-routes.ts';
import type { RegisterPageDeps } from './routes/deps.ts';
import { citedByRoutes } from './routes/cited-by-routes.ts';
import { editRoutes } from './routes/edit-routes.ts';
import { fileRoutes } from './routes/file-routes.ts';
import { historyRoutes } from './routes/history-routes.ts';
import { importRoutes } from './routes/import-routes.ts';
import { listRoutes } from './routes/list-routes.ts';
import { moveRoutes } from './routes/move-routes.ts';
import { recordRoutes } from './routes/record-routes.ts';
import { recordWorkRoutes } from './routes/work-routes.ts';

/** The pages that every register gets; mounted under the language. */
export function registerPageRoutes(deps: RegisterPageDeps): Hono<UiEnv> {
  // `/registers/x/new` is a form and no record: the form comes first.
  return new Hono<UiEnv>()
    .route('/', allRoutes(deps))
    .route('/', recordWorkRoutes(deps))
    .route('/', editRoutes(deps))
    .route('/', importRoutes(deps))
    .route('/', fileRoutes(deps))
    .route('/', moveRoutes(deps))
    .route('/', historyRoutes(deps))
    .route('/', citedByRoutes(deps))
    .route('/', listRoutes(deps))
    .route('/', recordRoutes(deps));
}
