import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import * as z from 'zod';
import { say, translate, type Message } from '#kernel/i18n/index.ts';
import { can, notFound } from '#kernel/policy/index.ts';
import { here, languageOf, pageNumber, pagesOf, type UiEnv } from '#kernel/ui/index.ts';
import { saidIn } from '../../checks/said-in.ts';
import { answerFinding } from '../../answer-finding.ts';
import { listFlows } from '../../find-flow.ts';
import { isDemonstration } from '../../model/demonstration.ts';
import { flowName } from '../../model/structure.ts';
import { statisticsOperations } from '../../operations.ts';
import { once, requestOf } from '../api/once.ts';
import type { WorkDeps } from '../deps.ts';
import { describeKey } from '../findings/describe-key.ts';
import { drawSeries } from '../findings/draw-series.ts';
import { explainRule } from '../findings/explain-rule.ts';
import { findingRows, findingsWorkbook } from '../findings/export-findings.ts';
import { readFilter, readSort, type WorkFilter } from '../findings/filter.ts';
import { getFinding, type FindingInFull } from '../findings/get-finding.ts';
import { searchFindings } from '../findings/search-findings.ts';
import { settleFinding } from '../findings/settle-finding.ts';
import { workOperations } from '../operations.ts';
import type { workPages } from '../pages.ts';
import { sendCsv, sendFile } from './download.ts';
import { attempt, contextOf, readForm, type FormError } from './request.ts';
import { namesOf } from './who.ts';

const page = pagesOf<typeof workPages>();
const size = 50;
const list = { label: say('Findings'), path: '/work/findings' };

const Written = z.object({
  token: z.uuid(),
  act: z.enum(['answer', 'to-be-corrected', 'accepted-as-is', 'reopened']),
  body: z.string().trim().min(1).max(10_000),
});
const nothing = z.object({});

/** The workbench over all findings that the actor may see, and the page of each. */
export function findingsRoutes(deps: WorkDeps): Hono<UiEnv> {
  const showOne = async (
    c: Context<UiEnv>,
    errors: readonly FormError[] = [],
    entered: { act?: string; body?: string } = {},
    status = 400,
  ): Promise<Response> => {
    const context = contextOf(c, deps);
    const { actor } = context;
    const id = idOf(c);
    const found = await getFinding(context, deps.store, id, {
      filter: filterOf(c),
      sort: readSort(c.req.query('sort')),
    });
    const name = await namesOf(
      deps,
      actor,
      (found.thread ?? []).map(({ by }) => by),
    );
    const resource = found.finding.state === null ? {} : { state: found.finding.state };
    const props = {
      ...findingView(found, languageOf(c)),
      ...(found.thread !== undefined && {
        thread: found.thread.map(({ body, at, by, role, mark }) => ({
          body,
          at: at.toISOString(),
          role,
          who: name(by),
          ...(mark !== undefined && { mark }),
        })),
      }),
      may: {
        answer: found.thread !== undefined && can(actor, statisticsOperations.answer, resource).allowed,
        settle: can(actor, workOperations['findings.settle']).allowed,
        batch: can(actor, statisticsOperations.batches).allowed,
      },
      token: randomUUID(),
      errors,
      entered,
      ...doneOf(c.req.query('done')),
    };
    const title = say('Finding {number}', { number: String(id) });
    return page(c, 'work/finding', props, {
      title,
      layout: 'workspace',
      unlisted: true,
      hasErrors: errors.length > 0,
      status: errors.length > 0 ? (status as 400) : 200,
      breadcrumbs: [{ ...list, path: `/work/findings${queryOf(c)}` }, { label: title }],
    });
  };

  return new Hono<UiEnv>()
    .get('/work/findings', async (c) => {
      const context = contextOf(c, deps);
      const filter = filterOf(c);
      const number = pageNumber(c.req.query('page'));
      const found = await searchFindings(context, filter, { sort: readSort(c.req.query('sort')), page: number, size });
      const language = languageOf(c);
      const t = (text: Parameters<typeof translate>[1]): string => translate(language, text);
      const definitions = new Map((await listFlows(context)).map((each) => [flowName(each.flow), each]));
      const describers = new Map([...definitions].map(([id, { flow }]) => [id, describeKey(flow.structure, t)]));
      const sayers = new Map([...definitions].map(([id, { flow }]) => [id, saidIn(flow.structure, t)]));
      const none = describeKey(undefined, t);
      const ruleName = (rule: string): Message | string => {
        const owner = [...definitions.values()].find(({ checks }) => checks.some(({ id }) => id === rule));
        return t(explainRule(filter.flow === undefined ? owner : (definitions.get(filter.flow) ?? owner), rule).says);
      };
      const { actor } = context;
      const ownState =
        actor.kind === 'account' && actor.organization.kind === 'state' ? actor.organization.state : undefined;
      const props = {
        filter,
        sort: c.req.query('sort') ?? 'severity',
        page: number,
        size,
        total: found.total,
        facets: {
          flow: found.facets.flow.map((each) => ({
            ...each,
            label: definitions.get(each.value)?.flow.name ?? each.value,
          })),
          rule: found.facets.rule.map((each) => ({ ...each, label: ruleName(each.value) })),
          severity: found.facets.severity,
          area: found.facets.area
            .map((each) => ({ ...each, label: areaLabel(each.value, describers, none) }))
            .sort((a, b) => a.label.localeCompare(b.label, language)),
          year: found.facets.year.toSorted((a, b) => b.value.localeCompare(a.value)),
          standing: found.facets.standing,
        },
        ...(ownState !== undefined && { ownState }),
        visitor: actor.kind === 'anonymous',
        findings: found.findings.map((each) => ({
          id: each.id,
          severity: each.severity,
          rule: each.rule,
          said: (sayers.get(each.flow) ?? saidIn(undefined, t))(each.said),
          row: each.source_row,
          standing: each.standing,
          demonstration: isDemonstration({ agency: each.flow.split(':')[0] ?? '' }),
          ...(describers.get(each.flow) ?? none)(each.key),
        })),
      };
      return page(c, 'work/findings', props, { title: list.label, layout: 'workspace', unlisted: true });
    })
    .get('/work/findings.csv', (c) =>
      sendCsv(findingRows(contextOf(c, deps), filterOf(c), readSort(c.req.query('sort'))), 'mandata-findings.csv'),
    )
    .get('/work/findings.xlsx', (c) =>
      sendFile(findingsWorkbook(contextOf(c, deps), filterOf(c), readSort(c.req.query('sort'))), {
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        name: 'mandata-findings.xlsx',
      }),
    )
    .get('/work/findings/:id', (c) => showOne(c))
    .post('/work/findings/:id', async (c) => {
      const id = idOf(c);
      const form = await readForm(c, Written, {
        body: say('Write what should be said about this finding.'),
        act: say('Choose what to do.'),
      });
      if (!form.ok) return showOne(c, form.errors, form.entered);
      const { act, body, token } = form.value;
      const context = contextOf(c, deps);
      const work = async (): Promise<object> => {
        await (act === 'answer' ? answerFinding(context, id, body) : settleFinding(context, id, act, body));
        return {};
      };
      const content = { act, body };
      const done = await attempt(() =>
        once(deps, requestOf(c), { key: `form ${token}`, content, read: (stored) => nothing.parse(stored) }, work),
      );
      if (!done.ok) return showOne(c, done.errors, content, done.status);
      const query = new URLSearchParams(queryOf(c));
      query.set('done', act === 'answer' ? 'answer' : 'settled');
      return c.redirect(here(c, `/work/findings/${id}?${query}`), 303);
    });
}

function idOf(c: Context<UiEnv>): number {
  const id = c.req.param('id') ?? '';
  if (!/^[1-9]\d{0,14}$/.test(id)) throw notFound();
  return Number(id);
}

/** A State's focal point begins with what is about its own figures; `state=all` shows the rest. */
function filterOf(c: Context<UiEnv>): WorkFilter {
  const query = c.req.query();
  const filter = readFilter(query);
  const actor = c.get('actor');
  if (query['state'] !== undefined || actor.kind !== 'account' || actor.organization.kind !== 'state') return filter;
  const { state } = actor.organization;
  return state === undefined ? filter : { ...filter, state };
}

/** The filter in the address, to be handed on. */
function queryOf(c: Context<UiEnv>): string {
  const query = new URL(c.req.url).searchParams;
  query.delete('done');
  const written = query.toString();
  return written === '' ? '' : `?${written}`;
}

function areaLabel(
  code: string,
  describers: ReadonlyMap<string, ReturnType<typeof describeKey>>,
  none: ReturnType<typeof describeKey>,
): string {
  for (const describe of describers.values()) {
    const { area } = describe({ REF_AREA: code });
    if (area !== code) return area;
  }
  return none({ REF_AREA: code }).area;
}

function findingView(found: FindingInFull, language: Parameters<typeof translate>[0]) {
  const { finding, definition, file, cells, neighbours } = found;
  const t = (text: Parameters<typeof translate>[1]): string => translate(language, text);
  const words = describeKey(definition?.flow.structure, t)(finding.key);
  const title = [words.area, words.figure].filter((word) => word !== '').join(': ');
  const chart = drawSeries(found, title, language);
  return {
    id: finding.id,
    batch: finding.batch,
    flow: finding.flow,
    flowName: definition?.flow.name ?? finding.flow,
    demonstration: isDemonstration({ agency: finding.flow.split(':')[0] ?? '' }),
    severity: finding.severity,
    rule: { id: finding.rule, ...explainRule(definition, finding.rule) },
    said: saidIn(definition?.flow.structure, t)(finding.said),
    standing: finding.standing,
    row: finding.source_row,
    column: finding.source_column,
    ...words,
    title,
    ...(file !== undefined && { file }),
    cells,
    ...(chart !== undefined && { chart }),
    ...(neighbours !== undefined && { neighbours }),
  };
}

const done: Readonly<Record<string, Message>> = {
  answer: say('Your answer is kept with the finding.'),
  settled: say('The decision is kept with the finding.'),
};

function doneOf(word: string | undefined): { done?: Message } {
  const message = word === undefined ? undefined : done[word];
  return message === undefined ? {} : { done: message };
}
