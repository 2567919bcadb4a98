import { randomUUID } from 'node:crypto';
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { Problem } from '#kernel/errors/problem.ts';
import { openApiApp, type HttpEnv } from '#kernel/http/index.ts';
import { say } from '#kernel/i18n/say.ts';
import { authorize, notFound } from '#kernel/policy/index.ts';
import type { StatisticsContext } from '../../context.ts';
import { english } from '../../english.ts';
import { getBatch } from '../../list-batches.ts';
import { listFindings } from '../../list-findings.ts';
import { statisticsOperations } from '../../operations.ts';
import type { WorkDeps } from '../deps.ts';
import { findDryRun, findRun } from '../runs/find-run.ts';
import type { ImportRun } from '../runs/run.ts';
import { startImport } from '../runs/start-import.ts';
import { receiveUpload, type ReceivedFile } from '../upload/receive-upload.ts';
import { answer, flag, flowId, idempotent, refusals, uploadRefusals } from './answers.ts';
import { imported, run } from './batch-schemas.ts';

const mostFindings = 1000;
const binary = { schema: { type: 'string', format: 'binary' } } as const;

const query = z.strictObject({
  flow: flowId.openapi({
    description: 'One that does not exist is made when a mapping is named that can make it (unodc-portal).',
  }),
  mapping: z.string().max(100).optional(),
  dryRun: flag.openapi({ description: 'Reads and checks everything, and keeps nothing.' }),
  accept: flag.openapi({ description: 'Accepts what has no error, at once.' }),
  filename: z
    .string()
    .max(300)
    .optional()
    .openapi({ description: 'Name of the file, when the body is the file itself.' }),
  wait: z
    .enum(['true', 'false'])
    .default('true')
    .openapi({ description: 'false: answers at once with 202 and the address to ask at.' }),
});

const importRoute = createRoute({
  method: 'post',
  path: '/api/v1/statistics/batches',
  summary: 'Import a file into a flow',
  description:
    'The body is the file itself, or a form with one file. Every row is kept, every finding listed, nothing is published. Takes up to 200 MB.',
  request: { query, headers: idempotent },
  // Declared, not validated: the file goes to the disk as it arrives, and is looked at there.
  requestBody: {
    required: true,
    content: {
      'application/octet-stream': binary,
      'text/csv': binary,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': binary,
      'multipart/form-data': { schema: { type: 'object', properties: { file: binary.schema }, required: ['file'] } },
    },
  },
  responses: {
    200: answer('What a dry run found, or what the same request did before.', imported),
    201: answer('The batch that the file became, and what was found in it.', imported),
    202: answer('The import is under way.', run),
    ...uploadRefusals,
  },
});

const runRoute = createRoute({
  method: 'get',
  path: '/api/v1/statistics/imports/{id}',
  summary: 'How far an import is',
  request: { params: z.object({ id: z.uuid() }) },
  responses: { 200: answer('The import as it stands.', run), ...refusals },
});

/** Files in, over the API. */
export function importApi(deps: WorkDeps): OpenAPIHono<HttpEnv> {
  return openApiApp()
    .openapi(importRoute, async (c) => {
      const actor = c.get('actor');
      authorize(actor, statisticsOperations.import);
      const { flow, mapping, dryRun, accept, filename, wait } = c.req.valid('query');
      const received = await receiveUpload(c.req.raw, {
        dataFolder: deps.dataFolder,
        ...(filename !== undefined && { name: filename }),
      });
      const file = fileOf(received.file);
      if (file === undefined) {
        await received.dispose();
        throw new Problem('invalid', say('The request has no file in it, or an empty one.'));
      }
      const started = await startImport(
        deps,
        actor,
        {
          file,
          flow,
          ...(mapping !== undefined && { mapping }),
          dryRun: dryRun === 'true',
          accept: accept === 'true',
          token: c.req.valid('header')['idempotency-key'] ?? randomUUID(),
          request: c.get('requestId'),
        },
        received.dispose,
      );
      if (wait === 'true') await started.ended;
      const context = deps.context(actor, { request: c.get('requestId') });
      const found = await findRun(context, started.run.id);
      if (found === undefined) throw notFound();
      c.header('Location', `/api/v1/statistics/imports/${found.id}`);
      if (found.state === 'failed')
        throw new Problem(found.problemKind ?? 'unavailable', found.problem ?? say('The file was not imported.'));
      if (found.state !== 'done') return c.json(asRun(found), 202);
      const done = await asImported(context, found);
      return started.repeated || found.dryRun ? c.json(done, 200) : c.json(done, 201);
    })
    .openapi(runRoute, async (c) => {
      const found = await findRun(deps.context(c.get('actor')), c.req.valid('param').id);
      if (found === undefined) throw notFound();
      return c.json(asRun(found), 200);
    });
}

const fileOf = (file: ReceivedFile | undefined): ReceivedFile | undefined => (file?.size === 0 ? undefined : file);

function asRun({
  id,
  state,
  flow,
  file,
  dryRun,
  rows,
  begunAt,
  endedAt,
  batch,
  problem,
}: ImportRun): z.infer<typeof run> {
  return {
    import: id,
    state,
    flow,
    file: { ...file },
    dryRun,
    rows,
    begunAt: begunAt.toISOString(),
    ...(endedAt !== undefined && { endedAt: endedAt.toISOString() }),
    ...(batch !== undefined && { batch }),
    ...(problem !== undefined && { problem: english(problem) }),
  };
}

async function asImported(context: StatisticsContext, { id, batch }: ImportRun): Promise<z.infer<typeof imported>> {
  if (batch === undefined) {
    const result = await findDryRun(context, id);
    if (result === undefined) throw notFound();
    const { findings, ...counts } = result;
    return {
      import: id,
      ...counts,
      findings: findings.slice(0, mostFindings).map(({ rule, severity, row, column, key, message }) => ({
        rule,
        severity,
        row,
        column,
        key: { ...key },
        message,
      })),
    };
  }
  const { rows, observations, suppressed, rejected } = await getBatch(context, batch);
  const { total, findings } = await listFindings(context, { batch, limit: mostFindings });
  const listed = findings.map(({ rule, severity, row, column, key, message }) => ({
    rule,
    severity,
    row: row ?? null,
    column: column ?? null,
    key: { ...key },
    message,
  }));
  return { import: id, batch, rows, observations, suppressed, rejected, findingsFound: total, findings: listed };
}
