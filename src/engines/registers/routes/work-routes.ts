import { Hono } from 'hono';
import { say } from '#kernel/i18n/say.ts';
import { pagesOf, type UiEnv } from '#kernel/ui/index.ts';
import type { pages } from '../browser.ts';
import { recordPath } from '../view/lookups.ts';
import { workList, type WorkItem } from '../work/work-list.ts';
import type { RegisterPageDeps } from './deps.ts';
import { contextOf, signInFirst } from './request.ts';

const page = pagesOf<typeof pages>();

/** What waits for whoever is signed in. */
export function recordWorkRoutes(deps: RegisterPageDeps): Hono<UiEnv> {
  return new Hono<UiEnv>().get('/work/records', async (c) => {
    const away = signInFirst(c);
    if (away !== undefined) return away;
    const context = contextOf(c, deps);
    const { waiting, overdue, broken } = await workList(context);
    const view = (item: WorkItem) => {
      const register = context.registers.find(({ id }) => id === item.register);
      return {
        path: recordPath(item.register, item.id),
        title: item.title,
        register: register?.one ?? item.register,
        state: register?.lifecycle.states.find(({ id }) => id === item.state)?.label ?? item.state,
        since: item.since.toISOString(),
        demonstration: item.demonstration,
        ...(item.broken !== undefined && {
          broken: { path: recordPath(item.broken.register, item.broken.id), title: item.broken.title },
        }),
      };
    };
    const lists = [
      { id: 'waiting' as const, total: waiting.total, items: waiting.items.map(view) },
      { id: 'overdue' as const, total: overdue.total, items: overdue.items.map(view) },
      { id: 'broken' as const, total: broken.total, items: broken.items.map(view) },
    ];
    return page(c, 'registers/work', { lists }, { title: say('Work on records'), layout: 'workspace', unlisted: true });
  });
}
