import { resolve } from 'node:path';
import { Hono } from 'hono';
import { anonymous, type Actor } from '#kernel/policy/actor.ts';
import { assetRoutes } from '../assets.ts';
import type { NavigationEntry } from '../navigation.ts';
import { openUi, withUi, type UiEnv } from '../ui.ts';

export interface TestSite {
  readonly actor?: Actor;
  readonly navigation?: readonly NavigationEntry[];
  readonly demonstration?: boolean;
}

/** The folder of the built pages in this checkout. Tests that need it call `buildIfNeeded()` of `scripts/build.ts` first. */
export const distOfCheckout = resolve(import.meta.dirname, '../../../../dist');

/** An app with the built pages around the routes under test, without database: the actor is the one that is given. */
export async function siteForTest(
  site: TestSite,
  mount: (app: Hono<UiEnv>) => void,
  dist = distOfCheckout,
): Promise<Hono<UiEnv>> {
  const ui = await openUi({ dist, navigation: site.navigation ?? [], demonstration: site.demonstration ?? false });
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
