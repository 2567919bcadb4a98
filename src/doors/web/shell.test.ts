import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Hono } from 'hono';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { UiEnv } from '#kernel/ui/index.ts';
import { siteForTest } from '#kernel/ui/testing/site.ts';
import { buildIfNeeded } from '../../../scripts/build.ts';
import { problemPage, webRoutes } from './index.ts';

let app: Hono<UiEnv>;
const html = { headers: { accept: 'text/html' } };

before(async () => {
  const { dist } = await buildIfNeeded();
  const navigation = [{ id: 'statistics', label: say('Statistics'), path: '/statistics' }];
  app = await siteForTest(
    { navigation },
    (site) => {
      site.route('/', webRoutes());
      site.onError(
        async (error, c) => (error instanceof Problem && (await problemPage(c, error))) || c.text('failed', 500),
      );
      site.get('/:language/breaks', () => {
        throw new Problem('conflict', say('Somebody <b>else</b> has changed {name}.', { name: '</script><script>x' }));
      });
      site.notFound(async (c) => (await problemPage(c, new Problem('not-found', say('Nothing.')))) ?? c.json({}, 404));
    },
    dist,
  );
});

test('the bare address leads to the language that the browser prefers, or that was chosen before', async () => {
  const prefer = (headers: Record<string, string>) => app.request('/', { headers });
  assert.equal((await prefer({ 'accept-language': 'ar-EG,en;q=0.5' })).headers.get('location'), '/ar');
  assert.equal(
    (await prefer({ cookie: 'mandata-language=zh', 'accept-language': 'ar' })).headers.get('location'),
    '/zh',
  );
  assert.equal((await prefer({ cookie: 'mandata-language=../x' })).headers.get('location'), '/en');
});

test('an unknown language is answered by an English page, not by a crash', async () => {
  for (const path of ['/de/statistics', '/xx', '/%ff', '/en-US', '/toString', '/ar/nothing']) {
    const answer = await app.request(path, html);
    assert.equal(answer.status, 404, path);
    assert.match(
      await answer.text(),
      path.startsWith('/ar') ? /<html lang="ar" dir="rtl"/ : /<html lang="en" dir="ltr"/,
    );
  }
});

test('programs get no page', async () => {
  const answer = await app.request('/api/nothing', html);
  assert.match(answer.headers.get('content-type') ?? '', /json/);
});

test('a refusal shows its sentence and the request number, and no text of it becomes markup', async () => {
  const answer = await app.request('/fr/breaks', html);
  const page = await answer.text();
  assert.equal(answer.status, 409);
  assert.match(page, /test-request/);
  assert.ok(!page.includes('<script>x') && page.includes('&lt;/script&gt;&lt;script&gt;x'));
});

test('the theme is kept in a cookie, drawn by the server, and nobody is sent to another site', async () => {
  const body = new URLSearchParams({ theme: 'dark', return: '/fr/nothing?a=1' });
  const answer = await app.request('/fr/preferences', { method: 'POST', body });
  assert.equal(answer.status, 303);
  assert.equal(answer.headers.get('location'), '/fr/nothing?a=1');
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  assert.match(
    await (await app.request('/fr/nothing', { headers: { ...html.headers, cookie } })).text(),
    /data-theme="dark"/,
  );
  for (const elsewhere of ['//evil.example', 'https://evil.example', '/\\evil.example', '/\t/evil.example']) {
    const sent = await app.request('/fr/preferences', {
      method: 'POST',
      body: new URLSearchParams({ return: elsewhere }),
    });
    assert.equal(sent.headers.get('location'), '/fr');
  }
});

test('every page forbids foreign scripts, frames and forms', async () => {
  const policy = (await app.request('/en/nothing', html)).headers.get('content-security-policy') ?? '';
  for (const rule of [
    "default-src 'none'",
    "script-src 'self'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
  ]) {
    assert.ok(policy.includes(rule), rule);
  }
  assert.ok(!/unsafe-eval|script-src[^;]*unsafe/.test(policy));
});
