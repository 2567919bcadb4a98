import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { openApiApp, type HttpEnv } from '#kernel/http/index.ts';
import { authorize } from '#kernel/policy/index.ts';
import { translate } from '#kernel/i18n/index.ts';
import { listFlows } from '../../find-flow.ts';
import { getBatch } from '../../list-batches.ts';
import { flowName } from '../../model/structure.ts';
import { statisticsOperations } from '../../operations.ts';
import { searchBatches } from '../batches/search-batches.ts';
import type { WorkDeps } from '../deps.ts';
import { perform, type BatchActName } from '../routes/batch-act-routes.ts';
import { sendOriginal } from '../routes/download.ts';
import { answer, body, flowId, idempotent, paging, refusals, writeRefusals } from './answers.ts';
import { asBatch, asBatchWithActs, batch, batchStatus, batchWithActs } from './batch-schemas.ts';
import { once, requestOf } from './once.ts';

const id = z.object({ id: z.uuid() });

const flowsRoute = createRoute({
  method: 'get',
  path: '/api/v1/statistics/flows',
  summary: 'The dataflows',
  responses: {
    200: answer(
      'Every flow, with its release in force.',
      z.object({
        flows: z.array(
          z
            .object({
              id: flowId,
              name: z.string(),
              mappings: z.array(z.string()),
              release: z.int().nullable(),
              observations: z.int(),
            })
            .openapi('StatisticsFlow'),
        ),
      }),
    ),
    ...refusals,
  },
});

const listRoute = createRoute({
  method: 'get',
  path: '/api/v1/statistics/batches',
  summary: 'Batches of imported figures, the latest first',
  request: { query: z.strictObject({ flow: flowId.optional(), status: batchStatus.optional(), ...paging }) },
  responses: {
    200: answer(
      'A page of batches.',
      z.object({ total: z.int(), page: z.int(), size: z.int(), batches: z.array(batch) }),
    ),
    ...refusals,
  },
});

const oneRoute = createRoute({
  method: 'get',
  path: '/api/v1/statistics/batches/{id}',
  summary: 'One batch, with what became of it',
  request: { params: id },
  responses: { 200: answer('The batch.', batchWithActs), ...refusals },
});

const fileRoute = createRoute({
  method: 'get',
  path: '/api/v1/statistics/batches/{id}/file',
  summary: 'The file of a batch, as it was sent in',
  description: 'For those who work with batches; each download is in the audit log.',
  request: { params: id },
  responses: {
    200: {
      description: 'The bytes of the file.',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...refusals,
  },
});

const optionalNote = z.strictObject({ note: z.string().trim().min(1).max(2000).optional() });
const reason = z.strictObject({
  note: z.string().trim().min(1).max(2000).openapi({ description: 'Why; kept with the batch.' }),
});

const actRoute = <S extends z.ZodType>(act: BatchActName, summary: string, schema: S) =>
  createRoute({
    method: 'post',
    path: `/api/v1/statistics/batches/{id}/${act}` as const,
    summary,
    request: { params: id, headers: idempotent, body: body(schema) },
    responses: { 200: answer('The batch as it stands now.', batchWithActs), ...writeRefusals },
  });

const acceptRoute = actRoute('accept', 'Accept a batch: the next release of its flow holds it', optionalNote);
const rejectRoute = actRoute('reject', 'Turn a batch down; it is kept, with the reason', reason);
const undoRoute = actRoute('undo', 'Take an acceptance back; what is released stays as it is', reason);

/** Flows and batches over the API. */
export function batchesApi(deps: WorkDeps): OpenAPIHono<HttpEnv> {
  const settle = (
    c: Context<HttpEnv>,
    act: BatchActName,
    batchId: string,
    note: string,
    key: string | undefined,
  ): Promise<z.infer<typeof batchWithActs>> => {
    const context = deps.context(c.get('actor'), { request: c.get('requestId') });
    authorize(context.actor, statisticsOperations[act]);
    return once(
      deps,
      requestOf(c),
      { key, content: { note }, read: (stored) => batchWithActs.parse(stored) },
      async () => {
        await perform(context, act, batchId, note);
        if (act !== 'reject') await deps.afterChange();
        return asBatchWithActs(await getBatch(context, batchId));
      },
    );
  };

  return openApiApp()
    .openapi(flowsRoute, async (c) => {
      const actor = c.get('actor');
      const all = await listFlows(deps.context(actor));
      const flows = await Promise.all(
        all.map(async ({ flow, mappings }) => {
          const current = await deps.store.current(flow, actor);
          return {
            id: flowName(flow),
            name: translate('en', flow.name),
            mappings: Object.keys(mappings),
            release: current?.release ?? null,
            observations: current?.observations ?? 0,
          };
        }),
      );
      return c.json({ flows }, 200);
    })
    .openapi(listRoute, async (c) => {
      const { flow, status, page, size } = c.req.valid('query');
      const filter = { ...(flow !== undefined && { flow }), ...(status !== undefined && { status }) };
      const found = await searchBatches(deps.context(c.get('actor')), filter, { page, size });
      return c.json({ total: found.total, page, size, batches: found.batches.map(asBatch) }, 200);
    })
    .openapi(oneRoute, async (c) =>
      c.json(asBatchWithActs(await getBatch(deps.context(c.get('actor')), c.req.valid('param').id)), 200),
    )
    .openapi(fileRoute, async (c) => {
      const context = deps.context(c.get('actor'), { request: c.get('requestId') });
      return sendOriginal(context, c.req.valid('param').id);
    })
    .openapi(acceptRoute, async (c) => {
      const { note = '' } = c.req.valid('json');
      return c.json(
        await settle(c, 'accept', c.req.valid('param').id, note, c.req.valid('header')['idempotency-key']),
        200,
      );
    })
    .openapi(rejectRoute, async (c) => {
      const { note } = c.req.valid('json');
      return c.json(
        await settle(c, 'reject', c.req.valid('param').id, note, c.req.valid('header')['idempotency-key']),
        200,
      );
    })
    .openapi(undoRoute, async (c) => {
      const { note } = c.req.valid('json');
      return c.json(
        await settle(c, 'undo', c.req.valid('param').id, note, c.req.valid('header')['idempotency-key']),
        200,
      );
    });
}
