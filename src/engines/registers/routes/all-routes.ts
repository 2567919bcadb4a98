import { Hono } from 'hono';
import { say } from '#kernel/i18n/say.ts';
import { pagesOf, type UiEnv } from '#kernel/ui/index.ts';
import type { pages } from '../browser.ts';
import { countRecords } from '../find/count-records.ts';
import type { RegisterPageDeps } from './deps.ts';
import { contextOf } from './request.ts';

const page = pagesOf<typeof pages>();

/** Every register that the reader may read in, with how much is in it. */
export function allRoutes(deps: RegisterPageDeps): Hono<UiEnv> {
  return new Hono<UiEnv>().get('/registers', async (c) => {
    const context = contextOf(c, deps);
    const counts = await countRecords(context);
    const registers = context.registers
      // A register for some is not named to others while it shows them nothing.
      .filter(({ id, readers }) => readers === 'public' || counts.has(id))
      .map(({ id, title, about }) => ({ id, title, about, records: 0, demonstration: 0, ...counts.get(id) }));
    return page(c, 'registers/all', { registers }, { title: say('Law and knowledge'), layout: 'wide' });
  });
}
