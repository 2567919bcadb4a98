import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { aSite } from './testing/a-site.ts';

let site: Awaited<ReturnType<typeof aSite>>;
const html = { headers: { accept: 'text/html' } };

before(async () => {
  site = await aSite({
    mount: (app) =>
      app.get('/:language/breaks', () => {
        throw new Problem('conflict', say('Somebody <b>else</b> has changed {name}.', { name: '</script><script>x' }));
      }),
  });
});
after(() => site.close());

test('the bare address leads to the language that the browser prefers, or that was chosen before', async () => {
  const prefer = (headers: Record<string, string>) => site.app.request('/', { headers });
  assert.equal((await prefer({ 'accept-language': 'ar-EG,en;q=0.5' })).headers.get('location'), '/ar');
  assert.equal(
    (await prefer({ cookie: 'mandata-language=zh', 'accept-language': 'ar' })).headers.get('location'),
    '/zh',
  );
  assert.equal((await prefer({ cookie: 'mandata-language=../x' })).headers.get('location'), '/en');
});

test('an unknown language is answered by an English page, not by a crash', async () => {
  for (const path of ['/de/statistics', '/xx', '/%ff', '/en-US', '/toString', '/ar/nothing']) {
    const answer = await site.app.request(path, html);
    assert.equal(answer.status, 404, path);
    assert.match(
      await answer.text(),
      path.startsWith('/ar') ? /<html lang="ar" dir="rtl"/ : /<html lang="en" dir="ltr"/,
    );
  }
});

test('programs get no page', async () => {
  const answer = await site.app.request('/api/nothing', html);
  assert.match(answer.headers.get('content-type') ?? '', /json/);
});

test('a refusal shows its sentence and the request number, and no text of it becomes markup', async () => {
  const answer = await site.app.request('/fr/breaks', html);
  const page = await answer.text();
  assert.equal(answer.status, 409);
  assert.match(page, /test-request/);
  assert.ok(!page.includes('<script>x') && page.includes('&lt;/script&gt;&lt;script&gt;x'));
});

test('the theme is kept in a cookie, drawn by the server, and nobody is sent to another site', async () => {
  const body = new URLSearchParams({ theme: 'dark', return: '/fr/nothing?a=1' });
  const answer = await site.app.request('/fr/preferences', { method: 'POST', body });
  assert.equal(answer.status, 303);
  assert.equal(answer.headers.get('location'), '/fr/nothing?a=1');
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const page = await site.app.request('/fr/nothing', { headers: { ...html.headers, cookie } });
  assert.match(await page.text(), /data-theme="dark"/);
  for (const elsewhere of ['//evil.example', 'https://evil.example', '/\\evil.example', '/\t/evil.example', '/\t/[']) {
    const sent = await site.app.request('/fr/preferences', {
      method: 'POST',
      body: new URLSearchParams({ return: elsewhere }),
    });
    assert.equal(sent.headers.get('location'), '/fr');
  }
});

test('every page forbids foreign scripts, frames and forms', async () => {
  const policy = (await site.app.request('/en/nothing', html)).headers.get('content-security-policy') ?? '';
  const rules = ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "form-action 'self'"];
  for (const rule of [...rules, "require-trusted-types-for 'script'"]) assert.ok(policy.includes(rule), rule);
  assert.ok(!/unsafe-eval|script-src[^;]*unsafe/.test(policy));
});

test('a page that has not changed is not sent twice, and one of somebody signed in is kept nowhere', async () => {
  const first = await site.app.request('/en/terms', html);
  const etag = first.headers.get('etag') ?? '';
  const again = await site.app.request('/en/terms', { headers: { ...html.headers, 'if-none-match': etag } });
  assert.equal(again.status, 304);
  const signIn = await site.app.request('/en/account', html);
  assert.equal(signIn.status, 303);
  assert.equal(signIn.headers.get('location'), '/en/sign-in?return=%2Fen%2Faccount');
});

test('what is found is shown with its matches marked, and never as markup', async () => {
  const page = await (await site.app.request('/fr/search?q=ken', html)).text();
  assert.match(page, /<a href="\/fr\/places\/KEN" lang="en"/);
  assert.match(page, /<mark>Kenya<\/mark> &lt;b&gt;/);
  assert.match(await (await site.app.request('/en/search?q=%00%ff&page=-1e9', html)).text(), /Nothing found/);
});

test('a report of an error reaches the house, and one without words is sent back', async () => {
  const post = (form: Record<string, string>) =>
    site.app.request('/es/report-error', { method: 'POST', body: new URLSearchParams(form) });
  const refused = await post({ page: '/x', message: ' ', email: 'nobody' });
  assert.equal(refused.status, 400);
  assert.match(await refused.text(), /href="#message"[\s\S]*href="#email"/);
  assert.equal((await post({ page: '/x', message: 'The year is wrong.', email: '' })).status, 303);
  assert.deepEqual(site.reports, [{ page: '/x', message: 'The year is wrong.', language: 'es' }]);
});
