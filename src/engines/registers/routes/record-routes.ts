import { Hono } from 'hono';
import { say } from '#kernel/i18n/say.ts';
import { languageOf, pagesOf, type UiEnv } from '#kernel/ui/index.ts';
import type { pages } from '../browser.ts';
import { getRegister } from '../context.ts';
import { getRecord } from '../records/get-record.ts';
import { citeRecord } from '../view/cite-record.ts';
import { citedByView } from '../view/cited-by.ts';
import { recordPath } from '../view/lookups.ts';
import { lookupsIn } from '../view/lookups-for.ts';
import { recordParts } from '../view/record-parts.ts';
import type { RegisterPageDeps } from './deps.ts';
import { contextOf } from './request.ts';

const page = pagesOf<typeof pages>();

/** The page of one record. */
export function recordRoutes(deps: RegisterPageDeps): Hono<UiEnv> {
  return new Hono<UiEnv>().get('/registers/:register/:id', async (c) => {
    const context = contextOf(c, deps);
    const register = getRegister(context, c.req.param('register'));
    const opened = await getRecord(context, register.id, c.req.param('id'));
    const { record } = opened;
    const state = register.lifecycle.states.find(({ id }) => id === record.state);
    const path = recordPath(register.id, record.id);
    const { facts, parts } = recordParts(register, record, lookupsIn(opened.references));
    const props = {
      register: { id: register.id, title: register.title, one: register.one },
      id: record.id,
      title: record.title,
      facts,
      parts,
      state: { label: state?.label ?? record.state, shown: state?.shown === 'readers' && state.withdrawn !== true },
      ...(record.withdrawn && {
        withdrawn: { reason: record.reason ?? '', at: record.changed.at.toISOString() },
      }),
      demonstration: record.demonstration,
      findings: opened.findings.map(({ severity, said }) => ({ severity, said })),
      citedBy: await citedByView(context, register.id, record.id, opened.citedBy),
      about: {
        register: register.id,
        id: record.id,
        version: record.version,
        changedAt: record.changed.at.toISOString(),
      },
      citation: citeRecord(
        languageOf(c),
        {
          register: register.id,
          registerTitle: register.title,
          id: record.id,
          title: record.title,
          version: record.version,
          changedAt: record.changed.at,
          demonstration: record.demonstration,
        },
        deps.origin,
      ),
      actions: [
        ...(register.ownPage === undefined
          ? []
          : [{ label: register.ownPage.label, path: register.ownPage.path(record) }]),
        ...(opened.maySave ? [{ label: say('Change'), path: `${path}/edit` }] : []),
        ...opened.moves.map(({ id, label }) => ({ label, path: `${path}/move/${id}` })),
      ],
    };
    return page(c, 'registers/record', props, {
      title: record.title,
      layout: 'wide',
      unlisted: state?.shown !== 'readers',
      breadcrumbs: [
        { label: say('Law and knowledge'), path: '/registers' },
        { label: register.title, path: `/registers/${register.id}` },
        { label: record.title },
      ],
    });
  });
}
