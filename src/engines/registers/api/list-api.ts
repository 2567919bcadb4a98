import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { openApiApp, type HttpEnv } from '#kernel/http/index.ts';
import { translate } from '#kernel/i18n/index.ts';
import type { RegisterDefinition } from '../definition.ts';
import { exportRecords } from '../exchange/export-records.ts';
import { atomFeed } from '../feeds/atom-feed.ts';
import { eachRecord } from '../find/each-record.ts';
import { findRecords } from '../find/find-records.ts';
import { suggestRecords } from '../find/suggest-records.ts';
import { indexedFields } from '../store/values-of.ts';
import { visibleRegister } from '../store/visible-fields.ts';
import { answer, readRefusals } from './answers.ts';
import { contextOf, languageOf, queryOf, type RegistersApiDeps } from './asked.ts';
import { begun } from './begun.ts';
import { namedJson, recordJson, titleIn } from './record-json.ts';
import { namedSchema, recordOfApi } from './schemas.ts';
import { streamed } from './streamed.ts';

const selection = {
  q: z.string().max(300).optional().openapi({ description: 'Words, all of which must be there.' }),
  sort: z
    .string()
    .max(80)
    .optional()
    .openapi({ description: 'A field, `title` or `changed`; `-` before it turns it round.' }),
  states: z
    .string()
    .max(300)
    .optional()
    .openapi({ description: 'States of the lifecycle, parted by commas; what readers see unless told.' }),
  demonstration: z
    .enum(['none', 'only'])
    .optional()
    .openapi({ description: 'Real records or invented ones, never both.' }),
};

/** Lists, exports and feeds of one register. */
export function listApi(deps: RegistersApiDeps, register: RegisterDefinition): OpenAPIHono<HttpEnv> {
  const path = `/api/v1/registers/${register.id}`;
  const title = translate('en', register.title);
  const filters = Object.fromEntries(
    [...indexedFields(register.fields)].map(([field, { label }]) => [
      `filter[${field}]`,
      z
        .union([z.string(), z.array(z.string())])
        .optional()
        .openapi({ type: 'string', description: translate('en', label) }),
    ]),
  );
  const listRoute = createRoute({
    method: 'get',
    path: `${path}/records`,
    summary: `${title}: find records`,
    description:
      'Filters are written `filter[FIELD]=VALUE`, several times for any of several values; dates and numbers also as ranges, `2010..2020`. Records, total, counts and exports are of one selection.',
    request: {
      query: z.looseObject({
        ...selection,
        ...filters,
        facets: z.string().max(300).optional().openapi({ description: 'Fields to count by, parted by commas.' }),
        page: z.coerce.number().int().min(1).max(100_000).default(1),
        size: z.coerce.number().int().min(1).max(500).default(25),
        format: z
          .enum(['json', 'csv', 'xlsx', 'jsonl', 'jsonld'])
          .default('json')
          .openapi({ description: 'Every format but json streams the whole selection.' }),
      }),
    },
    responses: {
      200: answer(
        'A page of records, with counts by facet; invented records are counted apart.',
        z.object({
          total: z.int(),
          page: z.int(),
          size: z.int(),
          demonstration: z.object({ shown: z.boolean(), total: z.int() }),
          records: z.array(recordOfApi(register)),
          facets: z.record(z.string(), z.array(z.object({ value: z.string(), label: z.string(), count: z.int() }))),
        }),
      ),
      ...readRefusals,
    },
  });
  const feedRoute = createRoute({
    method: 'get',
    path: `${path}/feed`,
    summary: `${title}: what changed, as an Atom feed`,
    description: 'The latest fifty changes of a selection.',
    request: { query: z.looseObject({ ...selection, ...filters }) },
    responses: {
      200: { description: 'The feed.', content: { 'application/atom+xml': { schema: z.string() } } },
      ...readRefusals,
    },
  });
  const suggestRoute = createRoute({
    method: 'get',
    path: `${path}/suggestions`,
    summary: `${title}: records to choose from while a reference is written`,
    request: {
      query: z.object({ q: z.string().max(200).default(''), size: z.coerce.number().int().min(1).max(50).default(10) }),
    },
    responses: { 200: answer('Records.', z.object({ records: z.array(namedSchema) })), ...readRefusals },
  });

  return openApiApp()
    .openapi(listRoute, async (c) => {
      const { page, size, format, ...checked } = c.req.valid('query');
      const context = contextOf(c, deps);
      const query = queryOf(c, register, checked);
      const language = languageOf(c);
      if (format !== 'json') {
        const known = visibleRegister(register, context.actor);
        const records = await begun(eachRecord(context, register.id, query));
        const bytes = exportRecords(known, records, format, { language, origin: deps.origin });
        return (await streamed(bytes, format, register.id)) as never;
      }
      const found = await findRecords(context, register.id, { ...query, page, size });
      const facets = Object.entries(found.facets).map(([field, counts]) => [
        field,
        counts.map(({ value, label, count }) => ({ value, label: translate(language, label), count })),
      ]);
      return c.json(
        {
          total: found.total,
          page,
          size,
          demonstration: found.demonstration,
          records: found.records.map((record) => recordJson(record, language)),
          facets: Object.fromEntries(facets),
        } as never,
        200,
      );
    })
    .openapi(feedRoute, async (c) => {
      const context = contextOf(c, deps);
      const query = queryOf(c, register, c.req.valid('query'));
      const language = languageOf(c);
      const found = await findRecords(context, register.id, { ...query, sort: '-changed', size: 50 });
      const { pathname, search } = new URL(c.req.url);
      const xml = atomFeed({
        address: `${deps.origin}${pathname}${search}`,
        origin: deps.origin,
        language,
        title: translate(language, register.title),
        entries: found.records.map((record) => ({ ...record, title: titleIn(record.title, language) })),
      });
      return c.body(xml, 200, { 'Content-Type': 'application/atom+xml' }) as never;
    })
    .openapi(suggestRoute, async (c) => {
      const { q, size } = c.req.valid('query');
      const found = await suggestRecords(contextOf(c, deps), register.id, { text: q, limit: size });
      return c.json({ records: found.map((each) => namedJson(each, languageOf(c))) } as never, 200);
    });
}
