import type { OpenAPIHono } from '@hono/zod-openapi';
import { declareDoor, openApiApp, type HttpEnv } from '#kernel/http/index.ts';
import { searchApi, type SearchApiHouse } from './search-api.ts';

export interface ApiSettings extends SearchApiHouse {
  readonly version: string;
  readonly origin: string;
}

/** Every address of the API, from the engines' own schemas, with its description in OpenAPI 3.1 at /api/openapi.json. */
export function apiRoutes(settings: ApiSettings, parts: readonly OpenAPIHono<HttpEnv>[]): OpenAPIHono<HttpEnv> {
  const api = openApiApp();
  for (const part of [...parts, searchApi(settings)]) api.route('/', part);
  declareDoor(api);
  api.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API token from your account page.',
  });
  api.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'mandata',
    description: 'The cookie of a signed-in browser.',
  });
  api.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Mandata',
      version: settings.version,
      description:
        'Read what is public without signing in; write with an API token. Refusals are problem details (RFC 9457). Statistics are also served as SDMX under /sdmx/rest and /sdmx/v2.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: settings.origin }],
    security: [{}, { token: [] }, { session: [] }],
  });
  return api;
}
