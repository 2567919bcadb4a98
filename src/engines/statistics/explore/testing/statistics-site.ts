import type { Hono } from 'hono';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/index.ts';
import { underLanguage, type UiEnv } from '#kernel/ui/index.ts';
import { page } from '#kernel/ui/index.ts';
import { siteForTest } from '#kernel/ui/testing/site.ts';
import { statisticsPageRoutes } from '../../page-routes.ts';
import type { StatisticsPageDependencies } from '../dependencies.ts';

/** The engine's pages with the shell around them, as anybody sees them. */
export function statisticsSite(dependencies: StatisticsPageDependencies, dist: string): Promise<Hono<UiEnv>> {
  return siteForTest(
    { demonstration: true, navigation: [{ id: 'data', label: say('Data'), path: '/data' }] },
    (app) => {
      app.route(`/${underLanguage}`, statisticsPageRoutes(dependencies));
      app.onError(async (error, c) => {
        if (!(error instanceof Problem)) throw error;
        const { kind, said, status } = error;
        return page(
          c,
          'web/problem',
          { kind, said, requestId: 'test' },
          { title: say('This did not work'), status: status as 404 },
        );
      });
    },
    dist,
  );
}
