import { Hono } from 'hono';
import { say } from '#kernel/i18n/say.ts';
import { pageNumber, pagesOf, type UiEnv } from '#kernel/ui/index.ts';
import type { pages } from '../browser.ts';
import { getRegister } from '../context.ts';
import { getRecord } from '../records/get-record.ts';
import { listCitations } from '../records/list-citations.ts';
import { inverseOf } from '../view/cited-by.ts';
import { recordPath } from '../view/lookups.ts';
import type { RegisterPageDeps } from './deps.ts';
import { contextOf } from './request.ts';

const page = pagesOf<typeof pages>();
const size = 50;

/** All that refers to a record in one way, a page at a time. */
export function citedByRoutes(deps: RegisterPageDeps): Hono<UiEnv> {
  return new Hono<UiEnv>().get('/registers/:register/:id/cited-by', async (c) => {
    const context = contextOf(c, deps);
    const register = getRegister(context, c.req.param('register'));
    const { record } = await getRecord(context, register.id, c.req.param('id'));
    const { from = '', field = '' } = c.req.query();
    const number = pageNumber(c.req.query('page'));
    const path = recordPath(register.id, record.id);
    const label = inverseOf(context, from, field);
    const { total, records } = await listCitations(context, register.id, record.id, {
      from: { register: from, field },
      page: number,
      size,
    });
    const props = {
      path,
      title: record.title,
      label,
      page: number,
      size,
      total,
      records: records.map((each) => ({
        title: each.title,
        path: recordPath(each.register, each.id),
        withdrawn: each.withdrawn,
        demonstration: each.demonstration,
      })),
    };
    return page(c, 'registers/cited-by', props, {
      title: label,
      breadcrumbs: [
        { label: register.title, path: `/registers/${register.id}` },
        { label: record.title, path },
        { label: say('What refers to this') },
      ],
    });
  });
}
