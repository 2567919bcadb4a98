import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { openLog } from '#kernel/log/index.ts';
import { operator } from '#kernel/policy/actor.ts';
import { createApp, Metrics, type AppSettings } from './index.ts';

function anApp(settings: Partial<AppSettings> = {}) {
  const lines: string[] = [];
  const clock = { now: new Date('2026-01-01T00:00:00Z') };
  const app = createApp(
    {
      log: openLog({ level: 'info', write: (line) => lines.push(line), clock: () => clock.now }),
      clock: () => clock.now,
      origin: 'https://mandata.example',
      trustProxy: false,
      metrics: new Metrics(),
      actors: {
        bySession: async (token) => (token === 'good' ? operator : undefined),
        byApiToken: async (token) => (token === 'good' ? operator : undefined),
      },
      readiness: async () => ({ ready: true, checks: { database: 'ok' } }),
      problemPage: async () => undefined,
      ...settings,
    },
    (routes) => {
      routes.get('/who', (c) => c.json(c.get('actor')));
      routes.post('/stream', async (c) => {
        let text = '';
        for await (const part of c.req.raw.body ?? []) text += Buffer.from(part).toString();
        return c.text(`${text} ${JSON.stringify(await c.req.json())}`);
      });
      routes.post('/write', async (c) => c.json({ length: (await c.req.text()).length }));
      routes.get('/broken', () => {
        throw new Error('secret internals', { cause: new Error('deeper') });
      });
      routes.get('/refused', () => {
        throw new Problem('conflict', say('Row {row} is taken.', { row: 7 }), { details: { row: 7 } });
      });
    },
  );
  return { app, lines, clock };
}

test('a refusal keeps its kind, sentence and facts; an unexpected error shows none of its own', async () => {
  const { app, lines } = anApp();
  const refused = await app.request('/refused');
  assert.equal(refused.status, 409);
  const body = (await refused.json()) as Record<string, unknown>;
  assert.deepEqual([body['kind'], body['title'], body['details']], ['conflict', 'Row 7 is taken.', { row: 7 }]);
  const broken = await app.request('/broken');
  assert.equal(broken.status, 500);
  const text = await broken.text();
  assert.doesNotMatch(text, /secret|deeper|\.ts/);
  assert.match(text, new RegExp(broken.headers.get('x-request-id') ?? 'none'));
  assert.match(lines.join(''), /secret internals[\s\S]*deeper/);
});

test('a refusal is told in the language of the page, else of the request, with plurals made up', async () => {
  const { app } = anApp();
  app.get('/*', () => {
    throw new Problem('conflict', say('{n, plural, one {# row} other {# rows}}', { n: 2 }));
  });
  const title = async (path: string, language: string) => {
    const answer = await app.request(path, { headers: { 'accept-language': language } });
    const { title } = (await answer.json()) as { title: string };
    return [title, answer.headers.get('content-language')];
  };
  assert.deepEqual(await title('/api/x', 'de, en'), ['2 rows', 'en']);
  assert.deepEqual((await title('/api/x', 'fr'))[1], 'fr');
  assert.deepEqual((await title('/ar/x', 'fr'))[1], 'ar');
  assert.equal(new Problem('conflict', say('{n, plural, one {# row} other {# rows}}', { n: 1 })).message, '1 row');
});

test('what PostgreSQL cannot hold as text is the request’s fault, and no page is lost over it', async () => {
  const { app, lines } = anApp();
  app.get('/holds', () => {
    throw Object.assign(new Error('invalid byte sequence for encoding "UTF8": 0x00'), { code: '22021' });
  });
  assert.equal((await app.request('/holds')).status, 400);
  const sent = async (type: string, body: string) =>
    (await app.request('/write', { method: 'POST', body, headers: { 'content-type': type } })).status;
  assert.equal(await sent('application/json', String.raw`{"a":"\u0000"}`), 400);
  assert.equal(await sent('application/merge-patch+json; charset=utf-8', String.raw`["\\\u0000"]`), 400);
  assert.equal(await sent('application/json', String.raw`{"a":"\\u0000"}`), 200, 'a backslash and five letters');
  assert.equal(await sent('application/x-www-form-urlencoded', 'a=b%00'), 400);
  assert.equal(await sent('application/x-www-form-urlencoded', 'a=b%2500'), 200);
  assert.equal((await app.request('/who?a=%00')).status, 400);
  const json = { method: 'POST', body: '{"a":"é"}', headers: { 'content-type': 'application/json' } };
  assert.equal(
    await (await app.request('/stream', json)).text(),
    '{"a":"é"} {"a":"é"}',
    'read here, and readable still',
  );
  assert.deepEqual(
    lines.filter((line) => line.includes('"error"')),
    [],
  );
});

test('what does not exist is not found, and every answer carries a request id', async () => {
  const answer = await anApp().app.request('/nothing');
  assert.equal(answer.status, 404);
  assert.match(answer.headers.get('x-request-id') ?? '', /^[\da-f-]{36}$/);
});

test('a request id from outside is taken only from a trusted proxy and only in a safe form', async () => {
  const ask = (trustProxy: boolean, id: string) =>
    anApp({ trustProxy: trustProxy ? 1 : false }).app.request('/who', { headers: { 'x-request-id': id } });
  assert.equal((await ask(true, 'abcdef12-proxy')).headers.get('x-request-id'), 'abcdef12-proxy');
  assert.notEqual((await ask(false, 'abcdef12-proxy')).headers.get('x-request-id'), 'abcdef12-proxy');
  assert.notEqual((await ask(true, 'x y"<script>')).headers.get('x-request-id'), 'x y"<script>');
});

test('the client is the connection, or what trusted proxies vouch for, never what a client claims', async () => {
  const seen = async (trustProxy: AppSettings['trustProxy'], forwarded: string) => {
    const { app } = anApp({ trustProxy });
    app.get('/address', (c) => c.text(c.get('address')));
    return (await app.request('/address', { headers: { 'x-forwarded-for': forwarded } })).text();
  };
  assert.equal(await seen(false, '203.0.113.9'), 'unknown');
  assert.equal(await seen(1, '198.51.100.1, 203.0.113.9'), '203.0.113.9');
  assert.equal(await seen(2, '6.6.6.6, 203.0.113.9, 10.0.0.2'), '203.0.113.9');
});

test('actors: a session cookie, a bearer token, nobody; a wrong token is refused', async () => {
  const { app } = anApp();
  const who = async (headers: Record<string, string>) =>
    ((await (await app.request('/who', { headers })).json()) as { kind: string }).kind;
  assert.equal(await who({}), 'anonymous');
  assert.equal(await who({ cookie: '__Host-mandata=good' }), 'operator');
  assert.equal(await who({ cookie: '__Host-mandata=stale' }), 'anonymous');
  assert.equal(await who({ cookie: 'mandata=good' }), 'anonymous', 'a sibling host could plant it');
  assert.equal(await who({ authorization: 'Bearer good' }), 'operator');
  assert.equal((await app.request('/who', { headers: { authorization: 'Bearer bad' } })).status, 401);
});

test('a write that another site sent is refused for every content type; our own page and a token are not', async () => {
  const { app } = anApp();
  const write = async (headers: Record<string, string>) =>
    (await app.request('/write', { method: 'POST', body: '{}', headers })).status;
  for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
    assert.equal(await write({ 'content-type': type, origin: 'https://evil.example', cookie: 'mandata=good' }), 403);
  }
  assert.equal(await write({ 'sec-fetch-site': 'cross-site', cookie: 'mandata=good' }), 403);
  assert.equal(await write({ 'sec-fetch-site': 'same-site', cookie: 'mandata=good' }), 403);
  assert.equal(await write({ origin: 'null', cookie: 'mandata=good' }), 403);
  assert.equal(
    await write({ origin: 'https://mandata.example', 'sec-fetch-site': 'same-origin', cookie: 'mandata=good' }),
    200,
  );
  assert.equal(await write({ origin: 'https://evil.example', authorization: 'Bearer good' }), 200);
});

test('a body beyond the limit is refused in words', async () => {
  const { app } = anApp({ mostBody: 100 });
  const answer = await app.request('/write', {
    method: 'POST',
    body: 'x'.repeat(101),
    headers: { 'content-length': '101' },
  });
  assert.equal(answer.status, 413);
  assert.match(await answer.text(), /larger than/);
});

test('writes of visitors are slowed and told when to come back', async () => {
  const { app, clock } = anApp();
  const write = () => app.request('/write', { method: 'POST', body: '' });
  for (let n = 0; n < 120; n += 1) assert.equal((await write()).status, 200);
  const refused = await write();
  assert.equal(refused.status, 429);
  assert.equal(refused.headers.get('retry-after'), '1');
  clock.now = new Date(clock.now.getTime() + 1000);
  assert.equal((await write()).status, 200);
});

test('beyond the bound of requests under way the rest are sent away, and it recovers', async () => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const { app } = anApp({
    mostInFlight: 1,
    actors: { bySession: async () => undefined, byApiToken: () => held.then(() => operator) },
  });
  const slow = app.request('/who', { headers: { authorization: 'Bearer x' } });
  const refused = await app.request('/who');
  assert.deepEqual([refused.status, refused.headers.get('retry-after')], [503, '5']);
  release();
  assert.equal((await slow).status, 200);
  assert.equal((await app.request('/who')).status, 200);
});

test('health, readiness and metrics', async () => {
  const { app } = anApp();
  assert.deepEqual(await (await app.request('/healthz')).json(), { ok: true });
  assert.equal((await app.request('/readyz')).status, 200);
  await app.request('/refused');
  assert.match(
    await (await app.request('/metrics')).text(),
    /http_requests_total\{method="GET",route="\/refused",status="409"\} 1/,
  );
  const down = anApp({ readiness: async () => ({ ready: false, checks: { database: 'starting' } }) });
  assert.equal((await down.app.request('/readyz')).status, 503);
});
