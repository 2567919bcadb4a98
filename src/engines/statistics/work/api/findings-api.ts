import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { openApiApp, type HttpEnv } from '#kernel/http/index.ts';
import { answerFinding } from '../../answer-finding.ts';
import type { WorkDeps } from '../deps.ts';
import { findingRows } from '../findings/export-findings.ts';
import { filterFields, readSort, sorts, standings, type WorkFilter } from '../findings/filter.ts';
import { getFinding } from '../findings/get-finding.ts';
import type { FoundFinding } from '../findings/matching.ts';
import { searchFindings } from '../findings/search-findings.ts';
import { settleFinding } from '../findings/settle-finding.ts';
import { sendCsv } from '../routes/download.ts';
import { answer, body, flag, flowId, idempotent, paging, refusals, writeRefusals } from './answers.ts';
import { severity } from './batch-schemas.ts';
import { once, requestOf } from './once.ts';

const finding = z
  .object({
    id: z.int(),
    batch: z.uuid(),
    flow: flowId,
    rule: z.string(),
    severity,
    row: z.int().nullable().openapi({ description: 'Row in the file, as a spreadsheet program numbers it.' }),
    column: z.string().nullable(),
    key: z.record(z.string(), z.string()),
    message: z.string(),
    state: z.string().nullable().openapi({ description: 'ISO 3166-1 alpha-3 of the State that can answer.' }),
    standing: z.enum(standings).nullable().openapi({ description: 'Null where you take no part in the thread.' }),
  })
  .openapi('StatisticsFinding');

const thread = z.array(
  z.object({ body: z.string(), at: z.iso.datetime(), by: z.string(), role: z.string(), mark: z.string().optional() }),
);
const inFull = z.object({ finding, thread: thread.optional() }).openapi('StatisticsFindingWithThread');

const listRoute = createRoute({
  method: 'get',
  path: '/api/v1/statistics/findings',
  summary: 'Findings that you may see',
  description:
    'A State sees those about its own figures. Every field narrows the list; counts say what else there is, given the other fields.',
  request: {
    query: z.strictObject({
      ...filterFields,
      all: flag.openapi({ description: 'Also those of batches that were turned down or taken back.' }),
      sort: z.enum([...sorts, ...sorts.map((each) => `-${each}` as const)]).default('severity'),
      format: z.enum(['json', 'csv']).default('json').openapi({ description: 'csv: all of them, whatever the page.' }),
      ...paging,
    }),
  },
  responses: {
    200: {
      description: 'A page of findings, or all of them as CSV.',
      content: {
        'application/json': {
          schema: z.object({
            total: z.int(),
            page: z.int(),
            size: z.int(),
            findings: z.array(finding),
            counts: z.record(z.string(), z.array(z.object({ value: z.string(), count: z.int() }))),
          }),
        },
        'text/csv': { schema: z.string() },
      },
    },
    ...refusals,
  },
});

const params = z.object({ id: z.coerce.number().int().min(1).max(999_999_999_999_999) });

const oneRoute = createRoute({
  method: 'get',
  path: '/api/v1/statistics/findings/{id}',
  summary: 'One finding with what was said about it',
  request: { params },
  responses: { 200: answer('The finding.', inFull), ...refusals },
});

const answerRoute = createRoute({
  method: 'post',
  path: '/api/v1/statistics/findings/{id}/answers',
  summary: 'Answer a finding, or decide about it',
  description:
    'A State’s focal point answers findings about its own figures. The office asks back, or decides with `mark`. Never published.',
  request: {
    params,
    headers: idempotent,
    body: body(
      z.strictObject({
        body: z.string().trim().min(1).max(10_000),
        mark: z.enum(['accepted-as-is', 'to-be-corrected', 'reopened']).optional(),
      }),
    ),
  },
  responses: { 201: answer('The finding with its thread.', inFull), ...writeRefusals },
});

/** Findings over the API. */
export function findingsApi(deps: WorkDeps): OpenAPIHono<HttpEnv> {
  const tell = async (context: ReturnType<WorkDeps['context']>, id: number): Promise<z.infer<typeof inFull>> => {
    const found = await getFinding(context, deps.store, id, { filter: {}, sort: readSort(undefined) });
    return {
      finding: asFinding(found.finding),
      ...(found.thread !== undefined && {
        thread: found.thread.map(({ at, mark, ...entry }) => ({
          ...entry,
          at: at.toISOString(),
          ...(mark !== undefined && { mark }),
        })),
      }),
    };
  };

  return openApiApp()
    .openapi(listRoute, async (c) => {
      const { page, size, sort, format, all, ...fields } = c.req.valid('query');
      const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
      const filter: WorkFilter = { ...given, ...(all === 'true' && { all: true }) };
      const context = deps.context(c.get('actor'), { request: c.get('requestId') });
      if (format === 'csv') return sendCsv(findingRows(context, filter, readSort(sort)), 'mandata-findings.csv');
      const { total, findings, facets } = await searchFindings(context, filter, { sort: readSort(sort), page, size });
      const counts = Object.fromEntries(
        Object.entries(facets).map(([name, values]) => [name, values.map((each) => ({ ...each }))]),
      );
      return c.json({ total, page, size, findings: findings.map(asFinding), counts }, 200);
    })
    .openapi(oneRoute, async (c) => c.json(await tell(deps.context(c.get('actor')), c.req.valid('param').id), 200))
    .openapi(answerRoute, async (c) => {
      const { id } = c.req.valid('param');
      const content = c.req.valid('json');
      const context = deps.context(c.get('actor'), { request: c.get('requestId') });
      const told = await once(
        deps,
        requestOf(c),
        { key: c.req.valid('header')['idempotency-key'], content, read: (stored) => inFull.parse(stored) },
        async () => {
          const { mark, body: text } = content;
          await (mark === undefined ? answerFinding(context, id, text) : settleFinding(context, id, mark, text));
          return tell(context, id);
        },
      );
      return c.json(told, 201);
    });
}

function asFinding(found: FoundFinding): z.infer<typeof finding> {
  const {
    id,
    batch,
    flow,
    rule,
    severity: grave,
    source_row: row,
    source_column: column,
    key,
    message,
    state,
    standing,
  } = found;
  return { id, batch, flow, rule, severity: grave, row, column, key: { ...key }, message, state, standing };
}
