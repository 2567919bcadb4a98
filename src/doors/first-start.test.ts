import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import * as z from 'zod';
import { aFolder, aServer, jsonOf, runMandata, type TestServer } from '#kernel/testing/index.ts';
import { crawl, type Visited } from './testing/crawl.ts';

const accountsSchema = z.array(
  z.looseObject({ email: z.string(), role: z.string(), organization: z.string(), password: z.string() }),
);

/** Addresses that a walk visits; kinds of pages take turns, so that a short one meets all of them too. */
const most = process.env['MANDATA_TEST_FULL'] === '1' ? 300 : 150;

/** Every link led to a page, or on to one. */
function assertWhole(pages: readonly Visited[]): void {
  assert.deepEqual(
    pages.filter(({ status }) => status >= 400).map(({ path, status, from }) => `${status} ${path} (from ${from})`),
    [],
  );
}

describe('the first start in an empty folder', () => {
  let folder: Awaited<ReturnType<typeof aFolder>>;
  let server: TestServer;
  let accounts: z.infer<typeof accountsSchema>;
  let data: string;

  before(async () => {
    folder = await aFolder();
    data = `${folder.path}/data`;
    server = await aServer({ data });
    accounts = accountsSchema.parse(jsonOf(await runMandata(['accounts', 'list', '--json'], { data })));
  });
  after(async () => {
    await server?.stop();
    await folder.remove();
  });

  const signIn = async (role: string): Promise<string> => {
    const { email, password } = accounts.find((each) => each.role === role) ?? assert.fail(`no ${role}`);
    const answer = await server.ask('/api/v1/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    assert.equal(answer.status, 200, await answer.clone().text());
    return (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  };

  it('is done within a minute and says that it is ready', async () => {
    assert.ok(server.startedIn < 60_000, `${Math.round(server.startedIn)} ms`);
    assert.equal((await server.ask('/healthz')).status, 200);
    const ready = await server.ask('/readyz');
    assert.equal(ready.status, 200, await ready.text());
    const metrics = await server.ask('/metrics');
    assert.match(await metrics.text(), /^# TYPE mandata_/m);
  });

  it('lists an account with a password for each kind of user', () => {
    const roles = new Set(accounts.map(({ role }) => role));
    for (const role of [
      'focal-point',
      'statistician',
      'analyst',
      'authority',
      'expert',
      'programme-manager',
      'report-writer',
      'officer',
      'administrator',
    ])
      assert.ok(roles.has(role), role);
    assert.equal(new Set(accounts.map(({ password }) => password)).size, accounts.length, 'each has its own password');
    for (const { password } of accounts) assert.ok(password.length >= 12);
  });

  it('signs in with one of them, and says who that is', async () => {
    assert.ok(accounts[0]);
    const who = await server.ask('/api/v1/session', { headers: { cookie: await signIn('statistician') } });
    assert.equal(who.status, 200);
    assert.match(await who.text(), /statistician@/);
    const nobody = await server.ask('/api/v1/session');
    assert.doesNotMatch(await nobody.text(), /@/);
    const wrong = await server.ask('/api/v1/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: accounts[0].email, password: 'not the password' }),
    });
    assert.equal(wrong.status, 401);
  });

  it('makes a token that speaks for an account, and only for it', async () => {
    const made = jsonOf(
      await runMandata(['token', 'create', '--account', 'statistician@demo.example', '--json'], { data }),
    );
    const { token } = z.object({ token: z.string().min(20) }).parse(made);
    const who = await server.ask('/api/v1/session', { headers: { authorization: `Bearer ${token}` } });
    assert.match(await who.text(), /statistician@/);
    const forged = await server.ask('/api/v1/session', {
      headers: { authorization: `Bearer ${token.slice(0, -2)}AA` },
    });
    assert.doesNotMatch(await forged.text(), /statistician@/);
  });

  it('has no dead link and no failing page, in English', async () => {
    const pages = await crawl(server, '/en', { most });
    assert.ok(pages.length > 100, `only ${pages.length} addresses found`);
    assertWhole(pages);
  });

  it('has no dead link and no failing page, in Arabic', async () => {
    const pages = await crawl(server, '/ar', {
      most: most / 3,
      follow: (path) => !/^\/(en|es|fr|ru|zh)(\/|$|\?)/.test(path),
    });
    assertWhole(pages);
    for (const { text, type, path } of pages)
      if (type.startsWith('text/html') && path.startsWith('/ar')) assert.match(text, /<html lang="ar" dir="rtl"/, path);
  });

  for (const role of ['statistician', 'administrator', 'focal-point']) {
    it(`has no dead link and no failing page for a ${role} who is signed in`, async () => {
      const cookie = await signIn(role);
      const pages = await crawl(server, '/en', {
        most: 80,
        headers: { cookie },
        follow: (path) => /^\/en(\/|$)/.test(path) && !/^\/en\/(areas|indicators)\//.test(path),
      });
      assertWhole(pages);
      assert.ok(!pages.some(({ path }) => path.startsWith('/en/sign-in')), 'no page offers to sign in');
    });
  }

  it('has failed at none of those pages', () => {
    assert.deepEqual(
      server.log.filter((line) => line.includes('"level":"error"')),
      [],
    );
  });

  it('says on every page that the figures are invented, and on every download', async () => {
    const pages = await crawl(server, '/en', { most: 60, follow: (path) => path.startsWith('/en') });
    for (const { text, path } of pages.filter(
      ({ type, path }) => type.startsWith('text/html') && !path.includes('embed=1'),
    ))
      assert.match(text, /class="demonstration"/, path);
    const csv = await (
      await server.ask('/sdmx/rest/data/MANDATA.DEMO,PRISONS/A.KEN.PERSONS_HELD._T._T._T.NUMBER?format=csv')
    ).text();
    const [, ...rows] = csv.trim().split('\n');
    assert.ok(rows.length > 3);
    for (const row of rows) assert.match(row, /^MANDATA\.DEMO:PRISONS/);
  });

  it('hides the demonstration everywhere with MANDATA_DEMO=0', async () => {
    assert.equal(await server.stop(), 0);
    server = await aServer({ data, env: { MANDATA_DEMO: '0' } });
    const pages = await crawl(server, '/en', {
      most: 150,
      follow: (path) => !/^\/(ar|es|fr|ru|zh)(\/|$|\?)/.test(path),
    });
    for (const { text, path } of pages) {
      assert.doesNotMatch(path, /MANDATA\.DEMO|\/demo-/i);
      assert.doesNotMatch(text, /MANDATA\.DEMO|class="demonstration"|demo-16|@demo\.example/i, path);
    }
    const gone = [
      '/sdmx/rest/data/MANDATA.DEMO,PRISONS/all?detail=serieskeysonly',
      '/sdmx/rest/dataflow/MANDATA.DEMO/PRISONS',
      '/en/data/MANDATA.DEMO:PRISONS',
      '/en/indicators/demo-16.3.2',
    ];
    for (const path of gone) assert.equal((await server.ask(path)).status, 404, path);
    const flows = await (await server.ask('/sdmx/rest/dataflow/all/all/latest')).text();
    assert.doesNotMatch(flows, /DEMO/);
    const found = await (await server.ask('/api/v1/search?q=prisons')).text();
    assert.doesNotMatch(found, /DEMO|demo-/);
  });

  it('signs no demonstration account in with MANDATA_DEMO=0', async () => {
    const { email, password } = accounts.find(({ role }) => role === 'administrator') ?? assert.fail();
    const answer = await server.ask('/api/v1/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    assert.equal(answer.status, 401, await answer.text());
    const listed = await runMandata(['accounts', 'list', '--json'], { data });
    assert.ok(!accounts.some(({ password }) => listed.out.includes(password)), 'no password is shown');
  });

  it('deletes the demonstration on request, and does not bring it back', async () => {
    assert.equal(await server.stop(), 0);
    const removed = await runMandata(['demo', 'remove'], { data });
    assert.equal(removed.code, 0, removed.err);
    assert.deepEqual(jsonOf(await runMandata(['accounts', 'list', '--json'], { data })), []);
    server = await aServer({ data });
    const flows = z.array(z.looseObject({ id: z.string(), release: z.number().nullable() }));
    const listed = flows.parse(jsonOf(await runMandata(['statistics', 'flows', '--json'], { data })));
    assert.deepEqual(
      listed.filter(({ release }) => release !== null),
      [],
    );
    assert.equal((await server.ask('/sdmx/rest/data/MANDATA.DEMO,PRISONS/all')).status, 404);
    assert.deepEqual(
      (await readdir(`${data}/statistics/releases`, { recursive: true })).filter((name) => name.endsWith('.parquet')),
      [],
      'no file of invented figures is left',
    );
    const verified = z
      .looseObject({ ok: z.boolean() })
      .parse(jsonOf(await runMandata(['audit', 'verify', '--json'], { data })));
    assert.equal(verified.ok, true);
  });
});
