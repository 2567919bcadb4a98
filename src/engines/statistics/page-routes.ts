import { Hono } from 'hono';
import type { UiEnv } from '#kernel/ui/index.ts';
import type { StatisticsPageDependencies } from './explore/dependencies.ts';
import { catalogueRoutes } from './explore/routes/catalogue-routes.ts';
import { exploreRoutes } from './explore/routes/explore-routes.ts';
import { observationRoutes } from './explore/routes/observation-routes.ts';
import { releaseRoutes } from './explore/routes/release-routes.ts';

/** Catalogue, explorer, releases and the way back of every figure; mounted under the language. */
export function statisticsPageRoutes(dependencies: StatisticsPageDependencies): Hono<UiEnv> {
  return new Hono<UiEnv>()
    .route('/', catalogueRoutes(dependencies))
    .route('/', exploreRoutes(dependencies))
    .route('/', releaseRoutes(dependencies))
    .route('/', observationRoutes(dependencies));
}
