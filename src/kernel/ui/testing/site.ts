import { Hono } from 'hono';
import { anonymous, type Actor } from '#kernel/policy/actor.ts';
import { assetRoutes } from '../assets.ts';
import type { NavigationEntry } from '../navigation.ts';
import type { Built } from '../built-pages.ts';
import { openUi, withUi, type UiEnv } from '../ui.ts';

export interface TestSite {
  readonly actor?: Actor;
  readonly navigation?: readonly NavigationEntry[];
  readonly demonstration?: boolean;
  /** Shows every text in the pseudo-locale, so that one which was not marked stands out. */
  readonly pseudo?: boolean;
}

/** An app with the built pages (`dist` from `buildIfNeeded()` of `scripts/build.ts`) around the routes under test, without database: the actor is the one that is given. */
export async function siteForTest(
  site: TestSite,
  mount: (app: Hono<UiEnv>) => void,
  dist: string,
): Promise<Hono<UiEnv>> {
  const opened = await openUi({ dist, navigation: site.navigation ?? [], demonstration: site.demonstration ?? false });
  const ui = site.pseudo === true ? { ...opened, built: pseudoBuilt(opened.built) } : opened;
  const app = new Hono<UiEnv>();
  app.use(withUi(ui), async (c, next) => {
    c.set('actor', site.actor ?? anonymous);
    c.set('requestId', 'test-request');
    await next();
  });
  app.route('/', assetRoutes(dist));
  mount(app);
  return app;
}

function pseudoBuilt(built: Built): Built {
  const { pages } = built;
  return { ...built, pages: { ...pages, render: (request) => pages.render({ ...request, pseudo: true }) } };
}
