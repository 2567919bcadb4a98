import { Hono, type Context } from 'hono';
import { createApp, Metrics, type HttpEnv } from '#kernel/http/index.ts';
import { actorFinder, identityRoutes } from '#kernel/identity/index.ts';
import { assetRoutes, openUi, underLanguage, withUi, type UiEnv } from '#kernel/ui/index.ts';
import { anonymous, mayRead, type Actor } from '#kernel/policy/index.ts';
import { registersApi } from '#engines/registers/index.ts';
import {
  indicatorPageRoutes,
  indicatorsPart,
  makeSdmx,
  rememberRegistry,
  statisticsApi,
  statisticsPageRoutes,
  workPageRoutes,
  type Dataflow,
} from '#engines/statistics/index.ts';
import { registerPageRoutes, registersPart } from '#engines/registers/index.ts';
import { legislationPageRoutes, legislationPart } from '#systems/legislation/index.ts';
import { treatiesPart, treatyPageRoutes } from '#systems/treaties/index.ts';
import { apiRoutes, referenceRoutes } from '../api/index.ts';
import { placeRoutes, factsPart } from '../web/places/index.ts';
import { problemPage, webRoutes } from '../web/index.ts';
import { lawPagesOf } from './law-pages.ts';
import { backgroundGauges } from './background-gauges.ts';
import { navigation } from './navigation.ts';
import type { House } from './open-house.ts';
import { registersPagesOf } from './registers-pages.ts';
import { statisticsPagesOf, workOf } from './statistics-pages.ts';
import { readinessOf } from './readiness.ts';
import { version } from './version.ts';
import { webHouseOf } from './web-house.ts';

/** The whole site of a house: shell, engines' pages, API and SDMX, as one application. */
export async function siteOf(house: House, dist: string): Promise<Hono<HttpEnv>> {
  const { config, log, clock, identity, statistics, registers } = house;
  const metrics = new Metrics();
  metrics.add(() => {
    const { documents, behind, failing } = house.search.state();
    return { mandata_search_documents: documents, mandata_search_behind: behind, mandata_search_failing: failing };
  });
  metrics.add(() => backgroundGauges(house.background));
  const ui = await openUi({ dist, navigation, origin: config.origin, demonstration: config.demo });
  const registryOf = rememberRegistry();
  const sdmx = makeSdmx({
    registry: async (actor) => registryOf(await visibleFlows(house, actor)),
    store: statistics.store,
    clock,
    origin: config.origin,
  });
  // The first reader after a release does not wait for lists of values and indicators.
  const { indicators } = statistics;
  house.warmers.push(
    () => sdmx.warm(),
    () => Promise.all(indicators.all.map(({ id }) => indicators.table(id, anonymous))),
  );
  const facts = { version, origin: config.origin };
  const api = apiRoutes({ ...facts, search: house.search, demonstration: config.demo }, [
    identityRoutes(identity),
    statisticsApi(workOf(house)),
    registersApi({ context: registers.context, registers: registers.definitions, origin: config.origin }),
  ]);
  const law = lawPagesOf(house);
  const pages = new Hono<UiEnv>()
    .use(withUi(ui))
    .route('/', webRoutes(webHouseOf(house)))
    .route(
      `/${underLanguage}`,
      placeRoutes([
        indicatorsPart(statistics.indicators),
        treatiesPart(law.treaties),
        legislationPart(law.legislation),
        registersPart(house.registers.context),
        factsPart,
      ]),
    )
    .route(`/${underLanguage}`, registerPageRoutes(registersPagesOf(house)))
    .route(`/${underLanguage}`, treatyPageRoutes(law.treaties))
    .route(`/${underLanguage}`, legislationPageRoutes(law.legislation))
    .route(`/${underLanguage}`, statisticsPageRoutes(statisticsPagesOf(house)))
    .route(`/${underLanguage}`, workPageRoutes(workOf(house)))
    .route(`/${underLanguage}`, referenceRoutes(api, facts))
    .route(`/${underLanguage}`, indicatorPageRoutes(statistics.indicators));
  return createApp(
    {
      log,
      clock,
      origin: config.origin,
      trustProxy: config.trustProxy,
      metrics,
      actors: actorFinder(identity),
      readiness: () => readinessOf(house),
      problemPage: (c, problem) => {
        // An error may come before the pages' own step has put the interface into the context.
        const context = c as unknown as Context<UiEnv>;
        context.set('ui', ui);
        return problemPage(context, problem);
      },
      uploadPaths:
        /^\/api\/v1\/statistics\/batches$|^\/[a-z]{2}\/work\/imports$|^\/api\/v1\/registers\/[a-z0-9-]+\/imports$|^\/[a-z]{2}\/registers\/[a-z0-9-]+\/(import|new|[^/]+\/edit)$/,
    },
    (app) => {
      app.route('/', assetRoutes(dist));
      app.route('/', sdmx.routes);
      app.route('/', api);
      app.route('/', pages);
    },
  );
}

/** Flows whose figures the actor may read. */
async function visibleFlows({ statistics }: House, actor: Actor): Promise<Dataflow[]> {
  return (await statistics.definitions()).filter(({ audience }) => mayRead(actor, audience)).map(({ flow }) => flow);
}
