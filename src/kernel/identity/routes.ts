import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ActorFinder, HttpEnv } from '#kernel/http/index.ts';
import type { IdentityContext } from './context.ts';
import { accountsRoutes } from './routes/accounts-routes.ts';
import { anApp } from './routes/app.ts';
import { ownAccessRoutes } from './routes/own-access-routes.ts';
import { passwordRoutes } from './routes/password-routes.ts';
import { secondFactorRoutes } from './routes/second-factor-routes.ts';
import { sessionRoutes } from './routes/session-routes.ts';
import { findActorByApiToken, findActorBySessionToken } from './session/find-actor.ts';

const paths = [
  '/api/v1/session',
  '/api/v1/session/*',
  '/api/v1/account/*',
  '/api/v1/accounts',
  '/api/v1/accounts/*',
  '/api/v1/organizations',
];

/** Every address of identity, to be mounted at "/". Nothing that it answers is kept by a browser or a proxy. */
export function identityRoutes(context: IdentityContext): OpenAPIHono<HttpEnv> {
  const app = anApp();
  for (const path of paths) {
    app.use(path, async (c, next) => {
      await next();
      c.header('Cache-Control', 'no-store');
    });
  }
  for (const routes of [sessionRoutes, passwordRoutes, secondFactorRoutes, ownAccessRoutes, accountsRoutes]) {
    app.route('/', routes(context));
  }
  return app;
}

/** How the server recognises who asks. */
export function actorFinder(context: IdentityContext): ActorFinder {
  return {
    bySession: (token) => findActorBySessionToken(context, token),
    byApiToken: (token) => findActorByApiToken(context, token),
  };
}
