import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import * as z from 'zod';
import { say, type Message } from '#kernel/i18n/say.ts';
import { authorize, can, notFound } from '#kernel/policy/index.ts';
import { here, languageOf, pagesOf, type UiEnv } from '#kernel/ui/index.ts';
import { getFlow } from '../../find-flow.ts';
import { getRelease, listReleases, type ReleaseSummary } from '../../list-releases.ts';
import { statisticsOperations } from '../../operations.ts';
import { releaseFlow } from '../../release-flow.ts';
import { withdrawRelease } from '../../withdraw-release.ts';
import { once, requestOf } from '../api/once.ts';
import { searchBatches } from '../batches/search-batches.ts';
import type { WorkDeps } from '../deps.ts';
import type { workPages } from '../pages.ts';
import { previewRelease } from '../releases/preview-release.ts';
import { readEmbargo } from '../releases/read-embargo.ts';
import { releaseOverview } from '../releases/release-overview.ts';
import { changesView } from './changes-view.ts';
import { attempt, contextOf, readForm, signInFirst, type FormError } from './request.ts';
import { namesOf } from './who.ts';

const page = pagesOf<typeof workPages>();
const list = { label: say('Releases'), path: '/work/releases' };
const nothing = z.object({});

const Release = z.object({
  token: z.uuid(),
  flow: z.string().min(1).max(200),
  note: z.string().trim().max(4000).default(''),
  embargo: z.string().max(40).default(''),
});
const Withdrawal = z.object({
  flow: z.string().min(1).max(200),
  release: z.coerce.number().int().min(1),
  reason: z.string().trim().min(1).max(2000),
});

/** What is released, what waits to be, making a release and withdrawing one; each act shows first what it will do. */
export function releasesRoutes(deps: WorkDeps): Hono<UiEnv> {
  const showFlow = async (c: Context<UiEnv>, flow: string): Promise<Response> => {
    const context = contextOf(c, deps);
    const { actor } = context;
    const definition = await getFlow(context, flow);
    const overview = (await releaseOverview(context)).find(({ id }) => id === flow);
    if (overview === undefined) throw notFound();
    const releases = (await listReleases(context, { flow })).toReversed();
    const { batches, total } = await searchBatches(context, { flow, status: 'accepted' }, { page: 1, size: 20 });
    const name = await namesOf(
      deps,
      actor,
      releases.flatMap(({ releasedBy }) => releasedBy.account ?? []),
    );
    const title = definition.flow.name;
    const props = {
      flow,
      name: title,
      audience: definition.audience,
      current: overview.current?.release ?? null,
      actsSince: overview.actsSince,
      accepted: total,
      batches: batches.map(({ id, file, observations, importedAt }) => ({
        id,
        file: file.name,
        observations,
        importedAt: importedAt.toISOString(),
      })),
      releases: releases.map((each) => ({ ...viewOf(each), who: name(each.releasedBy.account ?? '') })),
      may: {
        release: can(actor, statisticsOperations.release).allowed,
        withdraw: can(actor, statisticsOperations.withdraw).allowed,
      },
      now: deps.clock().toISOString(),
      ...doneOf(c.req.query('done')),
    };
    return page(c, 'work/releases-of-flow', props, {
      title: say('Releases of {flow}', { flow }),
      layout: 'workspace',
      unlisted: true,
      breadcrumbs: [list, { label: title }],
    });
  };

  const showCheck = async (
    c: Context<UiEnv>,
    entered: { flow: string; note: string; embargo: string },
    errors: readonly FormError[] = [],
    status = 400,
  ): Promise<Response> => {
    const context = contextOf(c, deps);
    authorize(context.actor, statisticsOperations.release);
    const { flow, audience } = await getFlow(context, entered.flow);
    const embargo = await attempt(async () => readEmbargo(entered.embargo, deps.clock()));
    const shown = embargo.ok
      ? errors
      : [...errors, ...embargo.errors.filter(({ message }) => !errors.some((each) => each.message.id === message.id))];
    const changes = await previewRelease(context, entered.flow);
    const latest = (await listReleases(context, { flow: entered.flow })).at(-1)?.release ?? 0;
    const props = {
      ...entered,
      name: flow.name,
      audience,
      number: latest + 1,
      token: randomUUID(),
      errors: shown,
      ...(embargo.ok && embargo.value !== undefined && { embargoUntil: embargo.value.toISOString() }),
      ...(changes !== undefined && { changes: changesView(changes, flow.structure, languageOf(c)) }),
      ...(changes?.hidden !== undefined && { hidden: changes.hidden }),
    };
    return page(c, 'work/release-check', props, {
      title: say('Make a release'),
      layout: 'workspace',
      unlisted: true,
      hasErrors: shown.length > 0,
      status: shown.length > 0 ? (status as 400) : 200,
      breadcrumbs: [list, { label: flow.name, path: addressOf(entered.flow) }, { label: say('Make a release') }],
    });
  };

  const showWithdrawal = async (
    c: Context<UiEnv>,
    errors: readonly FormError[] = [],
    reason = '',
    status = 400,
  ): Promise<Response> => {
    const context = contextOf(c, deps);
    authorize(context.actor, statisticsOperations.withdraw);
    const flow = c.req.query('flow') ?? '';
    const number = Number(c.req.query('release') ?? '');
    if (!Number.isInteger(number) || number < 1) throw notFound();
    const release = await getRelease(context, flow, number);
    const { flow: dataflow } = await getFlow(context, flow);
    const props = { release: viewOf(release), name: dataflow.name, errors, reason };
    return page(c, 'work/withdraw', props, {
      title: say('Withdraw a release'),
      layout: 'workspace',
      unlisted: true,
      hasErrors: errors.length > 0,
      status: errors.length > 0 ? (status as 400) : 200,
      breadcrumbs: [list, { label: dataflow.name, path: addressOf(flow) }, { label: say('Withdraw') }],
    });
  };

  return new Hono<UiEnv>()
    .get('/work/releases', async (c) => {
      const away = signInFirst(c);
      if (away !== undefined) return away;
      const flow = c.req.query('flow') ?? '';
      if (flow !== '') return showFlow(c, flow);
      const flows = (await releaseOverview(contextOf(c, deps))).map(({ current, ...each }) => ({
        ...each,
        ...(current !== undefined && { current: viewOf(current) }),
      }));
      const now = deps.clock().toISOString();
      return page(c, 'work/releases', { flows, now }, { title: list.label, layout: 'workspace', unlisted: true });
    })
    .get('/work/releases/make', async (c) => {
      const { flow = '', note = '', embargo = '' } = c.req.query();
      return signInFirst(c) ?? showCheck(c, { flow, note, embargo });
    })
    .post('/work/releases/make', async (c) => {
      const away = signInFirst(c);
      if (away !== undefined) return away;
      const context = contextOf(c, deps);
      authorize(context.actor, statisticsOperations.release);
      const form = await readForm(c, Release, {});
      if (!form.ok) {
        const { flow = '', note = '', embargo = '' } = form.entered;
        return showCheck(c, { flow, note, embargo }, form.errors);
      }
      const { token, flow, note, embargo } = form.value;
      const work = async (): Promise<object> => {
        const embargoUntil = readEmbargo(embargo, deps.clock());
        await releaseFlow(context, {
          flow,
          ...(note !== '' && { note }),
          ...(embargoUntil !== undefined && { embargoUntil }),
        });
        await deps.afterChange();
        return {};
      };
      const content = { flow, note, embargo };
      const made = await attempt(() =>
        once(deps, requestOf(c), { key: `form ${token}`, content, read: (stored) => nothing.parse(stored) }, work),
      );
      if (!made.ok) return showCheck(c, content, made.errors, made.status);
      return c.redirect(here(c, `${addressOf(flow)}&done=released`), 303);
    })
    .get('/work/releases/withdraw', async (c) => signInFirst(c) ?? showWithdrawal(c))
    .post('/work/releases/withdraw', async (c) => {
      const away = signInFirst(c);
      if (away !== undefined) return away;
      const context = contextOf(c, deps);
      authorize(context.actor, statisticsOperations.withdraw);
      const form = await readForm(c, Withdrawal, {
        reason: say('Say why the release is withdrawn: the reason is shown in its place.'),
      });
      if (!form.ok) return showWithdrawal(c, form.errors, form.entered['reason'] ?? '');
      const done = await attempt(() => withdrawRelease(context, form.value));
      if (!done.ok) return showWithdrawal(c, done.errors, form.value.reason, done.status);
      await deps.afterChange();
      return c.redirect(here(c, `${addressOf(form.value.flow)}&done=withdrawn`), 303);
    });
}

const addressOf = (flow: string): string => `/work/releases?flow=${encodeURIComponent(flow)}`;

function viewOf({ releasedAt, releasedBy, embargoUntil, withdrawn, note, ...rest }: ReleaseSummary) {
  return {
    ...rest,
    releasedAt: releasedAt.toISOString(),
    role: releasedBy.role,
    ...(note !== undefined && { note }),
    ...(embargoUntil !== undefined && { embargoUntil: embargoUntil.toISOString() }),
    ...(withdrawn !== undefined && { withdrawn: { at: withdrawn.at.toISOString(), reason: withdrawn.reason } }),
  };
}

const done: Readonly<Record<string, Message>> = {
  released: say('The release is made. Pages, API and SDMX cite it from now on, or from the end of its embargo.'),
  withdrawn: say(
    'The release is withdrawn. Its number, files and checksum stay; the release before it is in force again.',
  ),
};

function doneOf(word: string | undefined): { done?: Message } {
  const message = word === undefined ? undefined : done[word];
  return message === undefined ? {} : { done: message };
}
