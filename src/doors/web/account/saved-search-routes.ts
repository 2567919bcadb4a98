import { Hono, type Context } from 'hono';
import * as z from 'zod';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import {
  changeSavedSearch,
  keepSearch,
  listSavedSearches,
  readFeed,
  type SavedSearchContext,
} from '#kernel/search/index.ts';
import type { UiEnv } from '#kernel/ui/index.ts';
import { readForm } from '../forms/read-form.ts';
import { here, languageOf, signedIn } from '../forms/request-facts.ts';
import { accountPage } from './account-page.ts';

const KeepForm = z.object({ q: z.string().trim().min(1).max(300), kind: z.string().max(60).optional() });
const ChangeForm = z.object({
  search: z.string().max(60),
  act: z.enum(['alert', 'feed', 'remove']),
  alert: z.enum(['never', 'daily', 'weekly']).optional(),
});

/** The account's saved searches: letters, feeds, and away with them. */
export function savedSearchRoutes({ saved }: { readonly saved?: SavedSearchContext }): Hono<UiEnv> {
  const app = new Hono<UiEnv>();
  if (saved === undefined) return app;
  const back = (c: Context<UiEnv>, done: string) => c.redirect(here(c, `/account/searches?done=${done}`), 303);
  return app
    .get('/account/searches', async (c) => {
      const actor = signedIn(c);
      if (actor instanceof Response) return actor;
      const searches = (await listSavedSearches(saved, actor)).map(({ id, name, query, alert, feed }) => ({
        id,
        name,
        address: `/search?${new URLSearchParams({ q: query.text, ...(query.kind !== undefined && { kind: query.kind }) })}`,
        alert,
        feed: `${saved.origin}${feed}`,
      }));
      const props = { searches, done: c.req.query('done') ?? '' };
      return accountPage(c, 'web/saved-searches', props, say('Saved searches'));
    })
    .post('/account/searches', async (c) => {
      const actor = signedIn(c);
      if (actor instanceof Response) return actor;
      const form = await readForm(c, KeepForm);
      if (!form.ok) return c.redirect(here(c, '/search'), 303);
      const { q, kind = '' } = form.value;
      const query = { text: q, ...(kind !== '' && { kind }) };
      await keepSearch(saved, actor, { name: q.slice(0, 120), query, language: languageOf(c), alert: 'never' });
      return back(c, 'saved');
    })
    .post('/account/searches/change', async (c) => {
      const actor = signedIn(c);
      if (actor instanceof Response) return actor;
      const form = await readForm(c, ChangeForm);
      if (!form.ok) return back(c, '');
      const { search, act, alert = 'never' } = form.value;
      const change =
        act === 'alert' ? { alert } : act === 'feed' ? ({ renewFeed: true } as const) : ({ remove: true } as const);
      await changeSavedSearch(saved, actor, search, change);
      return back(c, act === 'remove' ? 'removed' : 'changed');
    });
}

/** Feeds of saved searches, for readers that know no sign-in: whoever has the address reads what its account may read now. */
export function searchFeedRoutes({ saved }: { readonly saved?: SavedSearchContext }): Hono<UiEnv> {
  return new Hono<UiEnv>().get('/feeds/searches/:id/:token{[\\w-]+\\.atom}', async (c) => {
    const { id, token } = c.req.param();
    const feed = saved === undefined ? undefined : await readFeed(saved, id, token.slice(0, -'.atom'.length));
    if (feed === undefined) throw new Problem('not-found', say('There is nothing at this address.'));
    return c.body(feed, 200, {
      'content-type': 'application/atom+xml; charset=utf-8',
      'cache-control': 'private, max-age=300',
      'x-robots-tag': 'noindex',
      'referrer-policy': 'no-referrer',
    });
  });
}
