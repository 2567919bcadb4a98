import { Hono, type Context } from 'hono';
import { say } from '#kernel/i18n/say.ts';
import { audiencesOf } from '#kernel/policy/index.ts';
import { nothingFound } from '#kernel/search/index.ts';
import type { UiEnv } from '#kernel/ui/index.ts';
import { languageOf } from './forms/request-facts.ts';
import type { WebHouse } from './house.ts';
import { shellPage } from './shell-page.ts';

const size = 20;

/** The search over the whole site: what is asked, the kind, and the page are in the address. */
export function searchRoutes({ search, searchKinds, identity, saved }: WebHouse): Hono<UiEnv> {
  const help = (c: Context<UiEnv>) =>
    shellPage(
      c,
      'web/search-help',
      {},
      { title: say('How to search'), description: say('Words, phrases, fields and references in the search.') },
    );
  return new Hono<UiEnv>().get('/search/help', help).get('/search', (c) => {
    const text = (c.req.query('q') ?? '').trim().slice(0, 300);
    const kind = c.req.query('kind') ?? '';
    const page = Math.min(Math.max(Math.trunc(Number(c.req.query('page') ?? 1)) || 1, 1), 500);
    const query = {
      text,
      language: languageOf(c),
      audiences: audiencesOf(c.get('actor')),
      demonstration: identity.demonstration,
      page,
      size,
      relax: true,
      ...(kind !== '' && { kind }),
    };
    const found = text === '' ? nothingFound : search.find(query);
    return shellPage(
      c,
      'web/search',
      {
        text,
        kind,
        page,
        size,
        ...found,
        labels: searchKinds,
        savable: saved !== undefined && c.get('actor').kind === 'account',
      },
      { title: text === '' ? say('Search') : say('Search: {text}', { text }), unlisted: true },
    );
  });
}
