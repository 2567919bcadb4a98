import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { openApiApp, type HttpEnv } from '#kernel/http/index.ts';
import { translate } from '#kernel/i18n/index.ts';
import type { RegisterDefinition } from '../definition.ts';
import { compareVersions } from '../records/compare-versions.ts';
import { listCitations } from '../records/list-citations.ts';
import { listHistory } from '../records/list-history.ts';
import { answer, readRefusals } from './answers.ts';
import { contextOf, languageOf, type RegistersApiDeps } from './asked.ts';
import { namedJson, touchJson } from './record-json.ts';
import { fieldsOfApi, namedSchema, touchSchema } from './schemas.ts';

const params = z.object({ id: z.string().max(500) });
const paging = {
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(25),
};

/** What became of the records of one register, and what cites them. */
export function historyApi(deps: RegistersApiDeps, register: RegisterDefinition): OpenAPIHono<HttpEnv> {
  const path = `/api/v1/registers/${register.id}/records/{id}`;
  const one = translate('en', register.one);
  const version = z.object({ version: z.int(), state: z.string(), data: fieldsOfApi(register) });

  const historyRoute = createRoute({
    method: 'get',
    path: `${path}/history`,
    summary: `${one}: its changes, the latest first`,
    request: { params, query: z.object(paging) },
    responses: {
      200: answer(
        'A page of the changes that you may know of.',
        z.object({
          total: z.int(),
          page: z.int(),
          size: z.int(),
          changes: z.array(
            z.object({
              revision: z.string().openapi({ description: 'Names the version, to compare with and to restore.' }),
              version: z.int(),
              act: z.enum(['made', 'saved', 'moved', 'restored', 'imported', 'undone']),
              move: z.string().optional(),
              state: z.string(),
              reason: z.string().optional(),
              changed: touchSchema,
              fields: z.array(z.string()),
            }),
          ),
        }),
      ),
      ...readRefusals,
    },
  });
  const compareRoute = createRoute({
    method: 'get',
    path: `${path}/compare`,
    summary: `${one}: two versions beside each other`,
    request: {
      params,
      query: z.object({
        from: z.string().max(60).openapi({ description: 'Number or revision of a version.' }),
        to: z.string().max(60),
      }),
    },
    responses: {
      200: answer(
        'Both, and the fields in which they differ.',
        z.object({ from: version, to: version, fields: z.array(z.string()) }),
      ),
      ...readRefusals,
    },
  });
  const citationsRoute = createRoute({
    method: 'get',
    path: `${path}/citations`,
    summary: `${one}: what cites it`,
    request: {
      params,
      query: z.object({ register: z.string().max(100).optional(), field: z.string().max(100).optional(), ...paging }),
    },
    responses: {
      200: answer(
        'Counts by kind and field, and a page of the records.',
        z.object({
          counts: z.array(z.object({ kind: z.string(), field: z.string().optional(), count: z.int() })),
          total: z.int(),
          page: z.int(),
          size: z.int(),
          records: z.array(z.object({ field: z.string(), record: namedSchema })),
        }),
      ),
      ...readRefusals,
    },
  });

  return openApiApp()
    .openapi(historyRoute, async (c) => {
      const { page, size } = c.req.valid('query');
      const { total, entries } = await listHistory(contextOf(c, deps), register.id, c.req.valid('param').id, {
        page,
        size,
      });
      const changes = entries.map(({ touch, ...entry }) => ({ ...entry, changed: touchJson(touch) }));
      return c.json({ total, page, size, changes } as never, 200);
    })
    .openapi(compareRoute, async (c) => {
      const { from, to, fields } = await compareVersions(
        contextOf(c, deps),
        register.id,
        c.req.valid('param').id,
        c.req.valid('query'),
      );
      return c.json({ from, to, fields } as never, 200);
    })
    .openapi(citationsRoute, async (c) => {
      const { register: from, field, page, size } = c.req.valid('query');
      const found = await listCitations(contextOf(c, deps), register.id, c.req.valid('param').id, {
        page,
        size,
        ...(from !== undefined && { from: { register: from, ...(field !== undefined && { field }) } }),
      });
      const language = languageOf(c);
      const records = found.records.map(({ field: by, ...each }) => ({ field: by, record: namedJson(each, language) }));
      return c.json({ counts: found.counts, total: found.total, page, size, records } as never, 200);
    });
}
