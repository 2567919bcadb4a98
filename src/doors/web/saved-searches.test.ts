import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { auditMigrations } from '#kernel/audit/index.ts';
import type { OpenDatabase } from '#kernel/database/index.ts';
import { aDatabase } from '#kernel/database/testing.ts';
import { silentLog } from '#kernel/log/index.ts';
import { openSearch, searchMigrations, type SavedSearchContext } from '#kernel/search/index.ts';
import { underLanguage } from '#kernel/ui/index.ts';
import { savedSearchRoutes, searchFeedRoutes } from './account/saved-search-routes.ts';
import { aSite } from './testing/a-site.ts';
import { anAdministrator } from './testing/page-list.ts';

let database: OpenDatabase;
let saved: SavedSearchContext;
before(async () => {
  database = await aDatabase([...auditMigrations, ...searchMigrations]);
  const documents = [
    { id: 'area/KEN', kind: 'country', path: '/places/KEN', audience: 'public' as const, title: { en: 'Kenya' } },
  ];
  const search = openSearch({ sources: [{ name: 'places', documents: () => documents }], log: silentLog });
  await search.refresh();
  saved = {
    database,
    clock: () => new Date('2026-01-05T09:00:00Z'),
    secret: 'a secret of the house',
    origin: 'http://localhost',
    search,
    mail: { leavesTheMachine: true, send: async () => undefined },
    actorOf: async () => anAdministrator,
  };
});
after(() => database.close());

const site = (visitor = false) =>
  aSite({
    ...(!visitor && { actor: anAdministrator }),
    mount: (app) =>
      app.route(`/${underLanguage}`, savedSearchRoutes({ saved })).route('/', searchFeedRoutes({ saved })),
  });
const form = (fields: Record<string, string>) => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' },
  body: new URLSearchParams(fields).toString(),
});

test('a search is saved, has a feed, gets letters, and is removed', async () => {
  const { app, close } = await site();
  try {
    const made = await app.request('/en/account/searches', form({ q: 'kenya', kind: 'country' }));
    assert.deepEqual([made.status, made.headers.get('location')], [303, '/en/account/searches?done=saved']);
    const page = await (await app.request('/en/account/searches')).text();
    assert.match(page, /href="\/en\/search\?q=kenya&amp;kind=country"/);
    const [, id = '', token = ''] = /\/feeds\/searches\/([\w-]+)\/([\w-]+)\.atom/.exec(page) ?? [];
    const feed = await app.request(`/feeds/searches/${id}/${token}.atom`);
    assert.deepEqual([feed.status, feed.headers.get('content-type')], [200, 'application/atom+xml; charset=utf-8']);
    assert.match(await feed.text(), /<title>Kenya<\/title>/);
    assert.equal((await app.request(`/feeds/searches/${id}/${token}x.atom`)).status, 404);
    await app.request('/en/account/searches/change', form({ search: id, act: 'alert', alert: 'weekly' }));
    assert.match(await (await app.request('/en/account/searches')).text(), /<option value="weekly" selected="">/);
    await app.request('/en/account/searches/change', form({ search: id, act: 'remove' }));
    assert.equal((await app.request(`/feeds/searches/${id}/${token}.atom`)).status, 404);
    assert.doesNotMatch(await (await app.request('/en/account/searches')).text(), /feeds\/searches/);
  } finally {
    await close();
  }
});

test('a visitor is led to the sign-in', async () => {
  const { app, close } = await site(true);
  try {
    for (const response of [
      await app.request('/fr/account/searches'),
      await app.request('/fr/account/searches', form({ q: 'kenya' })),
    ])
      assert.match(response.headers.get('location') ?? '', /^\/fr\/sign-in\?return=/);
  } finally {
    await close();
  }
});
