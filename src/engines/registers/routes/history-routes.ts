import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { say, type Text } from '#kernel/i18n/say.ts';
import { notFound, roleWords } from '#kernel/policy/index.ts';
import { here, pageNumber, pagesOf, type UiEnv } from '#kernel/ui/index.ts';
import type { pages } from '../browser.ts';
import { getRegister } from '../context.ts';
import { compareVersions, type Comparison } from '../records/compare-versions.ts';
import { getRecord } from '../records/get-record.ts';
import { listHistory } from '../records/list-history.ts';
import { restoreVersion } from '../records/restore-version.ts';
import { actWords } from '../view/act-words.ts';
import { lookupsFor } from '../view/lookups-for.ts';
import { recordPath } from '../view/lookups.ts';
import { showValue } from '../view/show-value.ts';
import type { RegisterPageDeps } from './deps.ts';
import { contextOf, enteredOf, signInFirst } from './request.ts';

const page = pagesOf<typeof pages>();
const size = 25;

/** What has become of a record, what changed between two of its versions, and the way back to an earlier one. */
export function historyRoutes(deps: RegisterPageDeps): Hono<UiEnv> {
  const open = async (c: Context<UiEnv>) => {
    const context = contextOf(c, deps);
    const register = getRegister(context, c.req.param('register') ?? '');
    const opened = await getRecord(context, register.id, c.req.param('id') ?? '');
    return { context, register, opened, record: opened.record, path: recordPath(register.id, opened.record.id) };
  };
  type Opened = Awaited<ReturnType<typeof open>>;

  const compare = async (
    c: Context<UiEnv>,
    { context, register, record, path }: Opened,
    { from, to, differences }: Comparison,
    restore?: { action: string; revision: string; token: string },
  ): Promise<Response> => {
    const lookups = await lookupsFor(context, register, [from.data, to.data]);
    const side = (id: string, value: unknown) => {
      const spec = register.fields[id];
      if (spec === undefined || value === undefined) return undefined;
      return showValue(spec, value, { register: register.id, record: record.id, field: id, lookups });
    };
    const props = {
      path,
      title: record.title,
      versions: [String(from.version), String(to.version)] as const,
      fields: differences.map(({ field, label, before, after, details }) => {
        const [was, is] = [side(field, before), side(field, after)];
        return {
          id: field,
          label,
          ...(was !== undefined && { before: was }),
          ...(is !== undefined && { after: is }),
          words: details.flatMap((detail) => (detail.kind === 'words' ? [detail] : [])),
        };
      }),
      ...(restore !== undefined && { restore }),
    };
    const title = restore === undefined ? say('What changed') : say('Restore an earlier version');
    return page(c, 'registers/compare', props, {
      title,
      unlisted: true,
      breadcrumbs: [
        { label: register.title, path: `/registers/${register.id}` },
        { label: record.title, path },
        { label: say('History'), path: `${path}/history` },
        { label: title },
      ],
    });
  };

  return new Hono<UiEnv>()
    .get('/registers/:register/:id/history', async (c) => {
      const { context, register, record, opened, path } = await open(c);
      const number = pageNumber(c.req.query('page'));
      const { total, entries } = await listHistory(context, register.id, record.id, { page: number, size });
      const ids = [...new Set(entries.flatMap(({ touch }) => touch.by ?? []))];
      const people = ids.length === 0 ? undefined : await deps.people?.(context.actor, ids);
      const who = ({ by, role }: { by?: string; role: string }): Text =>
        (by === undefined ? undefined : people?.get(by)?.name) ?? roleWords(role);
      const props = {
        path,
        title: record.title,
        page: number,
        size,
        total,
        changes: entries.map((entry) => ({
          revision: entry.revision,
          version: entry.version,
          at: entry.touch.at.toISOString(),
          who: who(entry.touch),
          what: actWords(register, entry),
          state: register.lifecycle.states.find(({ id }) => id === entry.state)?.label ?? entry.state,
          ...(entry.reason !== undefined && { reason: entry.reason }),
          fields: entry.act === 'made' ? [] : entry.fields.map((id) => register.fields[id]?.label ?? id),
          current: entry.revision === record.revision,
        })),
        mayRestore: opened.maySave,
      };
      return page(c, 'registers/history', props, {
        title: say('History'),
        unlisted: true,
        breadcrumbs: [
          { label: register.title, path: `/registers/${register.id}` },
          { label: record.title, path },
          { label: say('History') },
        ],
      });
    })
    .get('/registers/:register/:id/compare', async (c) => {
      const opened = await open(c);
      const { from = '', to = '' } = c.req.query();
      return compare(
        c,
        opened,
        await compareVersions(opened.context, opened.register.id, opened.record.id, { from, to }),
      );
    })
    .get('/registers/:register/:id/restore/:revision', async (c) => {
      const away = signInFirst(c);
      if (away !== undefined) return away;
      const opened = await open(c);
      const { record, register } = opened;
      if (!opened.opened.maySave) throw notFound();
      const revision = c.req.param('revision');
      const which = { from: record.revision, to: revision };
      const action = `${opened.path}/restore/${encodeURIComponent(revision)}`;
      const changes = await compareVersions(opened.context, register.id, record.id, which);
      return compare(c, opened, changes, { action, revision: record.revision, token: randomUUID() });
    })
    .post('/registers/:register/:id/restore/:revision', async (c) => {
      const { context, register, record, path } = await open(c);
      const revision = (await enteredOf(c)).get('revision')?.[0] ?? '';
      await restoreVersion(context, register.id, record.id, { which: c.req.param('revision'), revision });
      return c.redirect(here(c, path), 303);
    });
}
