import type { OpenAPIHono } from '@hono/zod-openapi';
import { Hono } from 'hono';
import type { HttpEnv } from '#kernel/http/index.ts';
import { say } from '#kernel/i18n/say.ts';
import { pagesOf, type UiEnv } from '#kernel/ui/index.ts';
import { describeOperations } from './describe-operations.ts';
import type { apiPages } from './pages.ts';

const page = pagesOf<typeof apiPages>();

/** The API as a page for people. */
export function referenceRoutes(api: OpenAPIHono<HttpEnv>, settings: { version: string; origin: string }): Hono<UiEnv> {
  const operations = describeOperations(api, { title: 'Mandata', version: settings.version });
  return new Hono<UiEnv>().get('/api', (c) =>
    page(
      c,
      'api/reference',
      { origin: settings.origin, operations },
      { title: say('For programs'), breadcrumbs: [{ label: say('For programs') }] },
    ),
  );
}
