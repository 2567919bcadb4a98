import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { openApiApp, type HttpEnv } from '#kernel/http/index.ts';
import { authorize, notFound } from '#kernel/policy/index.ts';
import { english } from '../../english.ts';
import { findObservationOrigin } from '../../find-observation-origin.ts';
import { getRelease, listReleases, releaseChanges, type ReleaseSummary } from '../../list-releases.ts';
import { statisticsOperations } from '../../operations.ts';
import { releaseFlow } from '../../release-flow.ts';
import { withdrawRelease } from '../../withdraw-release.ts';
import type { WorkDeps } from '../deps.ts';
import { answer, body, flowId, idempotent, paging, refusals, writeRefusals } from './answers.ts';
import { once, requestOf } from './once.ts';

const release = z
  .object({
    flow: flowId,
    release: z.int(),
    note: z.string().optional(),
    sha256: z.string(),
    observations: z.int(),
    changes: z.object({ new: z.int(), revised: z.int(), gone: z.int() }),
    citation: z.string(),
    releasedAt: z.iso.datetime(),
    releasedBy: z.object({ role: z.string(), account: z.string().optional() }),
    embargoUntil: z.iso.datetime().optional(),
    hidden: z
      .object({ threshold: z.int(), primary: z.int(), secondary: z.int(), exposed: z.int() })
      .optional()
      .openapi({ description: 'Counts below the threshold that are hidden, and what would give them away.' }),
    terms: z
      .object({
        publisher: z.string(),
        licence: z.object({ name: z.string(), url: z.string() }).optional(),
      })
      .optional()
      .openapi({ description: 'Under which terms the figures may be used.' }),
    withdrawn: z.object({ at: z.iso.datetime(), reason: z.string() }).optional(),
  })
  .openapi('StatisticsRelease');

const listRoute = createRoute({
  method: 'get',
  path: '/api/v1/statistics/releases',
  summary: 'Releases, withdrawn ones with their reason',
  request: { query: z.strictObject({ flow: flowId.optional() }) },
  responses: { 200: answer('By flow and number.', z.object({ releases: z.array(release) })), ...refusals },
});

const makeRoute = createRoute({
  method: 'post',
  path: '/api/v1/statistics/releases',
  summary: 'Make the next release of a flow from what is accepted',
  request: {
    headers: idempotent,
    body: body(
      z.strictObject({
        flow: flowId,
        note: z.string().trim().min(1).max(4000).optional(),
        embargoUntil: z.iso
          .datetime({ offset: true })
          .optional()
          .openapi({ description: 'Until then the release is the office’s alone.' }),
      }),
    ),
  },
  responses: { 201: answer('The release.', release), ...writeRefusals },
});

const named = z.object({ flow: flowId, release: z.coerce.number().int().min(1) });

const withdrawRoute = createRoute({
  method: 'post',
  path: '/api/v1/statistics/releases/{flow}/{release}/withdraw',
  summary: 'Take a release out of use, with the reason; nothing is deleted',
  request: {
    params: named,
    headers: idempotent,
    body: body(z.strictObject({ reason: z.string().trim().min(1).max(2000) })),
  },
  responses: { 200: answer('The release as it stands now.', release), ...writeRefusals },
});

const change = z.enum(['new', 'revised', 'gone']);
const changesRoute = createRoute({
  method: 'get',
  path: '/api/v1/statistics/releases/{flow}/{release}/changes',
  summary: 'What a release changed against the one before',
  description: 'A first release is all new and lists nothing.',
  request: { params: named, query: z.strictObject({ change: change.optional(), ...paging }) },
  responses: {
    200: answer(
      'A page of changes, by key.',
      z.object({
        page: z.int(),
        size: z.int(),
        changes: z.array(
          z.object({
            change,
            key: z.record(z.string(), z.string()),
            before: z.number().nullable(),
            after: z.number().nullable(),
            statusBefore: z.string().nullable(),
            statusAfter: z.string().nullable(),
          }),
        ),
      }),
    ),
    ...refusals,
  },
});

const originRoute = createRoute({
  method: 'get',
  path: '/api/v1/statistics/origin',
  summary: 'Where a released figure comes from',
  description: 'The way back from a figure to the row of the file, and to who let it through.',
  request: {
    query: z.strictObject({
      flow: flowId,
      key: z
        .string()
        .min(1)
        .max(1000)
        .openapi({ description: 'Codes in key order, joined by points: A.KEN.PERSONS_HELD._T' }),
      period: z.string().min(4).max(30),
      release: z.coerce.number().int().min(1).optional(),
    }),
  },
  responses: {
    200: answer(
      'The row, its file, and the acts.',
      z.object({
        release: z.object({ number: z.int(), at: z.iso.datetime() }),
        since: z.int(),
        batch: z.string(),
        file: z.object({ name: z.string(), sha256: z.string().optional() }),
        withheld: z.boolean().openapi({ description: 'The figure is hidden, and so is its row.' }),
        mapping: z
          .object({
            name: z.string(),
            version: z.string().optional(),
            reads: z.array(
              z.object({ target: z.string(), columns: z.array(z.string()), fixed: z.string().optional() }),
            ),
          })
          .openapi({ description: 'By which mapping the row was read, and which column became what.' }),
        row: z.int(),
        cells: z.array(z.object({ column: z.string(), text: z.string() })),
        imported: z.object({ at: z.iso.datetime(), role: z.string(), account: z.string().optional() }),
        accepted: z
          .object({
            at: z.iso.datetime(),
            role: z.string(),
            account: z.string().optional(),
            note: z.string().optional(),
          })
          .optional(),
        findings: z.array(z.object({ id: z.int(), rule: z.string(), severity: z.string(), message: z.string() })),
      }),
    ),
    ...refusals,
  },
});

/** Releases, their changes, and the way back from a figure. */
export function releasesApi(deps: WorkDeps): OpenAPIHono<HttpEnv> {
  return openApiApp()
    .openapi(listRoute, async (c) => {
      const { flow } = c.req.valid('query');
      const releases = await listReleases(deps.context(c.get('actor')), flow === undefined ? {} : { flow });
      return c.json({ releases: releases.map(asRelease) }, 200);
    })
    .openapi(makeRoute, async (c) => {
      const content = c.req.valid('json');
      const context = deps.context(c.get('actor'), { request: c.get('requestId') });
      authorize(context.actor, statisticsOperations.release);
      const key = c.req.valid('header')['idempotency-key'];
      const made = await once(
        deps,
        requestOf(c),
        { key, content, read: (stored) => release.parse(stored) },
        async () => {
          const { flow, note, embargoUntil } = content;
          const { release: number } = await releaseFlow(context, {
            flow,
            ...(note !== undefined && { note }),
            ...(embargoUntil !== undefined && { embargoUntil: new Date(embargoUntil) }),
          });
          await deps.afterChange();
          return asRelease(await getRelease(context, flow, number));
        },
      );
      return c.json(made, 201);
    })
    .openapi(withdrawRoute, async (c) => {
      const { flow, release: number } = c.req.valid('param');
      const { reason } = c.req.valid('json');
      const context = deps.context(c.get('actor'), { request: c.get('requestId') });
      authorize(context.actor, statisticsOperations.withdraw);
      const key = c.req.valid('header')['idempotency-key'];
      const done = await once(
        deps,
        requestOf(c),
        { key, content: { reason }, read: (stored) => release.parse(stored) },
        async () => {
          await withdrawRelease(context, { flow, release: number, reason });
          await deps.afterChange();
          return asRelease(await getRelease(context, flow, number));
        },
      );
      return c.json(done, 200);
    })
    .openapi(changesRoute, async (c) => {
      const { flow, release: number } = c.req.valid('param');
      const { change: kind, page, size } = c.req.valid('query');
      const changes = await releaseChanges(deps.context(c.get('actor')), deps.store, {
        flow,
        release: number,
        ...(kind !== undefined && { change: kind }),
        offset: (page - 1) * size,
        limit: size,
      });
      const listed = changes.map(({ key, before, after, statusBefore, statusAfter, change: what }) => ({
        change: what,
        key: { ...key },
        before: before ?? null,
        after: after ?? null,
        statusBefore: statusBefore ?? null,
        statusAfter: statusAfter ?? null,
      }));
      return c.json({ page, size, changes: listed }, 200);
    })
    .openapi(originRoute, async (c) => {
      const { flow, key, period, release: number } = c.req.valid('query');
      const [agency = '', id = ''] = flow.split(':');
      const origin = await findObservationOrigin(deps.context(c.get('actor')), deps.store, {
        flow: { agency, id },
        key: key.split('.'),
        period,
        ...(number !== undefined && { release: number }),
      });
      if (origin === undefined) throw notFound();
      const { accepted, imported } = origin;
      return c.json(
        {
          ...origin,
          release: { number: origin.release.number, at: origin.release.at.toISOString() },
          mapping: {
            ...origin.mapping,
            reads: origin.mapping.reads.map((read) => ({ ...read, columns: [...read.columns] })),
          },
          cells: origin.cells.map((cell) => ({ ...cell })),
          imported: { ...imported, at: imported.at.toISOString() },
          accepted: accepted === undefined ? undefined : { ...accepted, at: accepted.at.toISOString() },
          findings: origin.findings.map(({ id: number, rule, severity, message }) => ({
            id: number,
            rule,
            severity,
            message,
          })),
        },
        200,
      );
    });
}

function asRelease({
  releasedAt,
  embargoUntil,
  withdrawn,
  note,
  hidden,
  terms,
  ...rest
}: ReleaseSummary): z.infer<typeof release> {
  return {
    ...rest,
    changes: { ...rest.changes },
    releasedBy: { ...rest.releasedBy },
    releasedAt: releasedAt.toISOString(),
    ...(note !== undefined && { note }),
    ...(hidden !== undefined && { hidden: { ...hidden } }),
    ...(terms !== undefined && {
      terms: {
        publisher: terms.publisher,
        ...(terms.licence !== undefined && {
          licence: { name: english(terms.licence.name), url: terms.licence.url },
        }),
      },
    }),
    ...(embargoUntil !== undefined && { embargoUntil: embargoUntil.toISOString() }),
    ...(withdrawn !== undefined && { withdrawn: { at: withdrawn.at.toISOString(), reason: withdrawn.reason } }),
  };
}
