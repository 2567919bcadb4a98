import { Hono } from 'hono';
import type { UiEnv } from '#kernel/ui/index.ts';
import { languageRoutes, rememberLanguage } from './language-routes.ts';

/** The site's own routes. `withUi` must have run before. */
export function webRoutes(): Hono<UiEnv> {
  return new Hono<UiEnv>().use(rememberLanguage).route('/', languageRoutes);
}
