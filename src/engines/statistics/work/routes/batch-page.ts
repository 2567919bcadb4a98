import type { Context } from 'hono';
import { say, translate, type Message } from '#kernel/i18n/index.ts';
import { can, notFound } from '#kernel/policy/index.ts';
import { languageOf, pageNumber, pagesOf, type UiEnv } from '#kernel/ui/index.ts';
import { saidIn } from '../../checks/said-in.ts';
import { findFlow } from '../../find-flow.ts';
import { getBatch } from '../../list-batches.ts';
import { listFindings } from '../../list-findings.ts';
import { statisticsOperations } from '../../operations.ts';
import { rejectedRows } from '../batches/rejected-rows.ts';
import type { WorkDeps } from '../deps.ts';
import { explainRule } from '../findings/explain-rule.ts';
import type { workPages } from '../pages.ts';
import { contextOf } from './request.ts';
import { namesOf } from './who.ts';

const page = pagesOf<typeof workPages>();
const size = 25;
const idForm = /^[0-9a-f-]{36}$/;

/** One batch: counts that add up, findings, rows that were not used, what became of it and what can be done now. */
export async function showBatch(c: Context<UiEnv>, deps: WorkDeps, id: string): Promise<Response> {
  if (!idForm.test(id)) throw notFound();
  const context = contextOf(c, deps);
  const { actor } = context;
  const { acts, importedAt, importedBy, ...batch } = await getBatch(context, id);
  const number = pageNumber(c.req.query('rows'));
  const rejected = await rejectedRows(context, deps.store, id, { offset: (number - 1) * size, limit: size });
  const { total, byRule } = await listFindings(context, { batch: id, limit: 1 });
  const definition = await findFlow(context, batch.flow);
  const name = await namesOf(deps, actor, [importedBy, ...acts.map(({ by }) => by)]);
  const inWords = saidIn(definition?.flow.structure, (text) => translate(languageOf(c), text));
  const title = say('Batch of {file}', { file: batch.file.name });
  const props = {
    batch: { ...batch, importedAt: importedAt.toISOString(), who: name(importedBy) },
    flowName: definition?.flow.name ?? batch.flow,
    acts: acts.map(({ act, at, by, note }) => ({
      act,
      at: at.toISOString(),
      who: name(by),
      ...(note !== undefined && { note }),
    })),
    findings: total,
    byRule: byRule.map((each) => ({ ...each, says: explainRule(definition, each.rule).says })),
    rejected: {
      ...rejected,
      rows: rejected.rows.map((row) => ({ ...row, reasons: row.reasons.map(inWords) })),
      page: number,
      size,
    },
    may: {
      accept: can(actor, statisticsOperations.accept).allowed,
      reject: can(actor, statisticsOperations.reject).allowed,
      undo: can(actor, statisticsOperations.undo).allowed,
    },
    ...doneOf(c.req.query('done')),
  };
  return page(c, 'work/batch', props, {
    title,
    layout: 'workspace',
    unlisted: true,
    breadcrumbs: [{ label: say('Imports'), path: '/work/imports' }, { label: title }],
  });
}

const done: Readonly<Record<string, Message>> = {
  accept: say('The batch is accepted. The next release of its flow will hold it.'),
  reject: say('The batch is turned down. It is kept, with your reason, and will never be released.'),
  undo: say('The acceptance is taken back. The next release is made without this batch.'),
};

function doneOf(act: string | undefined): { done?: Message } {
  const message = act === undefined ? undefined : done[act];
  return message === undefined ? {} : { done: message };
}
