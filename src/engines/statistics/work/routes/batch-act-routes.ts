import { Hono, type Context } from 'hono';
import * as z from 'zod';
import { say } from '#kernel/i18n/say.ts';
import { authorize, notFound, type Operation } from '#kernel/policy/index.ts';
import { here, languageOf, pagesOf, type UiEnv } from '#kernel/ui/index.ts';
import { acceptBatch, rejectBatch, undoBatch } from '../../accept-batch.ts';
import type { StatisticsContext } from '../../context.ts';
import { findFlow } from '../../find-flow.ts';
import { getBatch } from '../../list-batches.ts';
import { statisticsOperations } from '../../operations.ts';
import { previewBatch } from '../batches/preview-batch.ts';
import type { WorkDeps } from '../deps.ts';
import type { workPages } from '../pages.ts';
import { changesView } from './changes-view.ts';
import { attempt, contextOf, readForm, signInFirst, type FormError } from './request.ts';

const page = pagesOf<typeof workPages>();

const acts = ['accept', 'reject', 'undo'] as const;
export type BatchActName = (typeof acts)[number];

const operations: Readonly<Record<BatchActName, Operation>> = {
  accept: statisticsOperations.accept,
  reject: statisticsOperations.reject,
  undo: statisticsOperations.undo,
};

const titles = {
  accept: say('Accept the batch'),
  reject: say('Turn the batch down'),
  undo: say('Take the acceptance back'),
};

const noted = z.object({ note: z.string().trim().max(2000).default('') });
const reasoned = z.object({ note: z.string().trim().min(1).max(2000) });

/** Accepting, turning down and taking back: each shows first what it will do. */
export function batchActRoutes(deps: WorkDeps): Hono<UiEnv> {
  const address = '/work/imports/:id/:act{accept|reject|undo}';

  const actOf = (c: Context<UiEnv>): BatchActName => {
    const act = acts.find((each) => each === c.req.param('act'));
    if (act === undefined) throw notFound();
    authorize(c.get('actor'), operations[act]);
    return act;
  };

  const show = async (
    c: Context<UiEnv>,
    errors: readonly FormError[] = [],
    note = '',
    status = 400,
  ): Promise<Response> => {
    const act = actOf(c);
    const context = contextOf(c, deps);
    const id = idOf(c);
    const batch = await getBatch(context, id);
    const possible = batch.status === (act === 'undo' ? 'accepted' : 'staged');
    const definition = await findFlow(context, batch.flow);
    const changes =
      !possible || act === 'reject' || definition === undefined ? undefined : await previewBatch(context, id, act);
    const { importedAt: _, importedBy: __, acts: ___, ...shown } = batch;
    const props = {
      act,
      possible,
      batch: shown,
      flowName: definition?.flow.name ?? batch.flow,
      errors,
      note,
      ...(changes !== undefined &&
        definition !== undefined && { changes: changesView(changes, definition.flow.structure, languageOf(c)) }),
    };
    return page(c, 'work/batch-act', props, {
      title: titles[act],
      layout: 'workspace',
      unlisted: true,
      hasErrors: errors.length > 0,
      status: errors.length > 0 ? (status as 400) : 200,
      breadcrumbs: [
        { label: say('Imports'), path: '/work/imports' },
        { label: batch.file.name, path: `/work/imports/${id}` },
        { label: titles[act] },
      ],
    });
  };

  return new Hono<UiEnv>()
    .get(address, async (c) => signInFirst(c) ?? show(c))
    .post(address, async (c) => {
      const away = signInFirst(c);
      if (away !== undefined) return away;
      const act = actOf(c);
      const id = idOf(c);
      const form = await readForm(c, act === 'accept' ? noted : reasoned, {
        note: say('Say why, in a sentence. The reason is kept with the batch.'),
      });
      if (!form.ok) return show(c, form.errors, form.entered['note'] ?? '');
      const { note } = form.value;
      const done = await attempt(() => perform(contextOf(c, deps), act, id, note));
      if (!done.ok) return show(c, done.errors, note, done.status);
      if (act !== 'reject') await deps.afterChange();
      return c.redirect(here(c, `/work/imports/${id}?done=${act}`), 303);
    });
}

function idOf(c: Context<UiEnv>): string {
  const id = c.req.param('id');
  if (id === undefined || !/^[0-9a-f-]{36}$/.test(id)) throw notFound();
  return id;
}

export function perform(context: StatisticsContext, act: BatchActName, id: string, note: string): Promise<void> {
  if (act === 'accept') return acceptBatch(context, id, note === '' ? undefined : note);
  return act === 'reject' ? rejectBatch(context, id, note) : undoBatch(context, id, note);
}
