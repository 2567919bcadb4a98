import { Hono } from 'hono';
import { underLanguage, type UiEnv } from '#kernel/ui/index.ts';
import { aboutRoutes } from './about/about-routes.ts';
import { accountRoutes } from './account/account-routes.ts';
import { accountSecondFactorRoutes } from './account/second-factor-routes.ts';
import { savedSearchRoutes, searchFeedRoutes } from './account/saved-search-routes.ts';
import { tokenRoutes } from './account/token-routes.ts';
import { accountsRoutes } from './accounts/accounts-routes.ts';
import { backgroundRoutes } from './background/background-routes.ts';
import { frontRoutes } from './front-routes.ts';
import type { WebHouse } from './house.ts';
import { languageRoutes, rememberLanguage } from './language-routes.ts';
import { searchRoutes } from './search-routes.ts';
import { passwordLinkRoutes } from './sign-in/password-link-routes.ts';
import { secondFactorRoutes } from './sign-in/second-factor-routes.ts';
import { serviceRoutes } from './sign-in/service-routes.ts';
import { siteOperatorRoutes } from './site-operator/site-operator-routes.ts';
import { signInRoutes } from './sign-in/sign-in-routes.ts';

/** The site's own routes. `withUi` must have run before. */
export function webRoutes(house: WebHouse): Hono<UiEnv> {
  const parts = [
    signInRoutes,
    secondFactorRoutes,
    serviceRoutes,
    passwordLinkRoutes,
    accountRoutes,
    accountSecondFactorRoutes,
    tokenRoutes,
    savedSearchRoutes,
    accountsRoutes,
    backgroundRoutes,
    searchRoutes,
    aboutRoutes,
    siteOperatorRoutes,
  ];
  const app = new Hono<UiEnv>().use(rememberLanguage).route('/', languageRoutes).route('/', frontRoutes(house));
  app.route('/', searchFeedRoutes(house));
  for (const part of parts) app.route(`/${underLanguage}`, part(house));
  return app;
}
