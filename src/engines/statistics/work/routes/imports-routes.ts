import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { say } from '#kernel/i18n/say.ts';
import { authorize, can, notFound } from '#kernel/policy/index.ts';
import { here, pageNumber, pagesOf, type UiEnv } from '#kernel/ui/index.ts';
import { statisticsOperations } from '../../operations.ts';
import { searchBatches, type BatchFilter } from '../batches/search-batches.ts';
import type { WorkDeps } from '../deps.ts';
import type { workPages } from '../pages.ts';
import type { UploadEntries } from '../pages/imports.tsx';
import { findDryRun, findRun, listRuns } from '../runs/find-run.ts';
import type { ImportRun } from '../runs/run.ts';
import { startImport } from '../runs/start-import.ts';
import { receiveUpload } from '../upload/receive-upload.ts';
import { uploadForm } from '../upload/upload-form.ts';
import { showBatch } from './batch-page.ts';
import { sendCsv, sendOriginal } from './download.ts';
import { flowChoices } from './flow-choices.ts';
import { attempt, contextOf, signInFirst, type FormError } from './request.ts';
import { namesOf, type Who } from './who.ts';

const page = pagesOf<typeof workPages>();
const size = 25;
const statuses = ['staged', 'accepted', 'rejected', 'undone'] as const;

/** Files in: the form, what is under way, and the batches that came of it. */
export function importsRoutes(deps: WorkDeps): Hono<UiEnv> {
  const filterOf = (c: Context<UiEnv>): BatchFilter => {
    const flow = c.req.query('flow') ?? '';
    const status = statuses.find((each) => each === c.req.query('status'));
    return { ...(flow !== '' && { flow }), ...(status !== undefined && { status }) };
  };

  const show = async (
    c: Context<UiEnv>,
    errors: readonly FormError[] = [],
    entered: UploadEntries = {},
    status = 400,
  ): Promise<Response> => {
    const context = contextOf(c, deps);
    const filter = filterOf(c);
    const number = pageNumber(c.req.query('page'));
    const found = await searchBatches(context, filter, { page: number, size });
    const runs = await listRuns(context);
    const name = await namesOf(deps, context.actor, [
      ...found.batches.map(({ importedBy }) => importedBy),
      ...runs.map(({ by }) => by),
    ]);
    const props = {
      flows: await flowChoices(context),
      mayImport: can(context.actor, statisticsOperations.import).allowed,
      token: randomUUID(),
      errors,
      entered,
      filter,
      page: number,
      size,
      total: found.total,
      byStatus: found.byStatus,
      byFlow: found.byFlow,
      batches: found.batches.map(({ importedAt, importedBy, ...batch }) => ({
        ...batch,
        importedAt: importedAt.toISOString(),
        who: name(importedBy),
      })),
      runs: runs.map((run) => viewOfRun(run, name(run.by))),
    };
    return page(c, 'work/imports', props, {
      title: say('Imports'),
      unlisted: true,
      hasErrors: errors.length > 0,
      status: errors.length > 0 ? (status as 400) : 200,
    });
  };

  return new Hono<UiEnv>()
    .get('/work/imports', async (c) => signInFirst(c) ?? show(c))
    .post('/work/imports', async (c) => {
      const away = signInFirst(c);
      if (away !== undefined) return away;
      const actor = c.get('actor');
      authorize(actor, statisticsOperations.import);
      const received = await attempt(() => receiveUpload(c.req.raw, { dataFolder: deps.dataFolder }));
      if (!received.ok) return show(c, received.errors, {}, received.status);
      const { fields, file, dispose } = received.value;
      const read = uploadForm(fields, file);
      if (!read.ok) {
        await dispose();
        return show(c, read.errors, read.entered);
      }
      const wanted = { ...read.value, request: c.get('requestId') };
      const started = await attempt(() => startImport(deps, actor, wanted, dispose));
      if (!started.ok)
        return show(
          c,
          started.errors.map((error) => ({ field: 'file', ...error })),
          read.entered,
          started.status,
        );
      const { run } = started.value;
      return c.redirect(here(c, `/work/imports/${run.batch ?? run.id}`), 303);
    })
    .get('/work/imports/:id/file', async (c) => signInFirst(c) ?? sendOriginal(contextOf(c, deps), c.req.param('id')))
    .get('/work/imports.csv', async (c) => {
      const context = contextOf(c, deps);
      const filter = filterOf(c);
      const first = await searchBatches(context, filter, { page: 1, size: 1000 });
      async function* rows() {
        yield [
          'batch',
          'flow',
          'mapping',
          'file',
          'sha256',
          'rows',
          'observations',
          'suppressed',
          'rejected',
          'state',
          'imported',
          'account',
        ];
        for (let number = 1; (number - 1) * 1000 < first.total; number++) {
          const { batches } = number === 1 ? first : await searchBatches(context, filter, { page: number, size: 1000 });
          for (const { id, flow, mapping, file, status, importedAt, importedBy, ...counts } of batches) {
            const { rows, observations, suppressed, rejected } = counts;
            yield [
              id,
              flow,
              mapping,
              file.name,
              file.sha256,
              rows,
              observations,
              suppressed,
              rejected,
              status,
              importedAt,
              importedBy,
            ];
          }
        }
      }
      return sendCsv(rows(), 'mandata-imports.csv');
    })
    .get('/work/imports/:id/progress', async (c) => {
      const run = await findRun(contextOf(c, deps), c.req.param('id'));
      if (run === undefined) throw notFound();
      c.header('Cache-Control', 'no-store');
      return c.json(viewOfRun(run, { account: run.by }));
    })
    .get('/work/imports/:id', async (c) => {
      const away = signInFirst(c);
      if (away !== undefined) return away;
      const context = contextOf(c, deps);
      const id = c.req.param('id');
      const run = await findRun(context, id);
      if (run === undefined) return showBatch(c, deps, id);
      if (run.batch !== undefined) return c.redirect(here(c, `/work/imports/${run.batch}`), 303);
      const name = await namesOf(deps, context.actor, [run.by]);
      const result = run.dryRun && run.state === 'done' ? await findDryRun(context, id) : undefined;
      const title = say('Import of {file}', { file: run.file.name });
      const props = {
        run: viewOfRun(run, name(run.by)),
        page: pageNumber(c.req.query('page')),
        ...(result !== undefined && { result: pageOfDryRun(result, pageNumber(c.req.query('page'))) }),
      };
      return page(c, 'work/import-run', props, {
        title,
        unlisted: true,
        breadcrumbs: [{ label: say('Imports'), path: '/work/imports' }, { label: title }],
      });
    });
}

function viewOfRun(run: ImportRun, who: Who) {
  const { begunAt, endedAt, by: _, problem, problemKind: __, doing, mapping, batch, ...rest } = run;
  return {
    ...rest,
    who,
    begunAt: begunAt.toISOString(),
    ...(endedAt !== undefined && { endedAt: endedAt.toISOString() }),
    ...(problem !== undefined && { problem }),
    ...(doing !== undefined && { doing }),
    ...(mapping !== undefined && { mapping }),
    ...(batch !== undefined && { batch }),
  };
}

const findingsOnPage = 100;

function pageOfDryRun(result: NonNullable<Awaited<ReturnType<typeof findDryRun>>>, number: number) {
  const { findings, ...counts } = result;
  const byRule = Map.groupBy(findings, ({ rule, severity }) => `${severity} ${rule}`);
  return {
    ...counts,
    kept: findings.length,
    size: findingsOnPage,
    byRule: [...byRule.values()].flatMap((all) =>
      all[0] === undefined ? [] : [{ rule: all[0].rule, severity: all[0].severity, count: all.length }],
    ),
    findings: findings.slice((number - 1) * findingsOnPage, number * findingsOnPage),
  };
}
