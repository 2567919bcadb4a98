import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { OpenAPIHono } from '@hono/zod-openapi';
import { generateSync } from 'otplib';
import { createApp, Metrics } from '#kernel/http/index.ts';
import { openLog } from '#kernel/log/index.ts';
import { operator } from '#kernel/policy/index.ts';
import { actorFinder, identityRoutes, listAccounts, seedDemonstrationAccounts } from '../index.ts';
import type { IdentityContext } from '../index.ts';
import { limits } from '../limits.ts';
import { anAuthenticator } from '../testing/authenticator.ts';
import { anAccount, anIdentity, goodPassword, tokenFrom } from '../testing/an-identity.ts';

let house: Awaited<ReturnType<typeof anIdentity>>;
before(async () => {
  house = await anIdentity();
});
after(() => house.close());

/** The server's shell around identity, in process. */
function aServer(context: IdentityContext) {
  return createApp(
    {
      log: openLog({ level: 'error', write: () => undefined, clock: context.clock }),
      clock: context.clock,
      origin: context.origin,
      trustProxy: 1,
      metrics: new Metrics(),
      actors: actorFinder(context),
      readiness: async () => ({ ready: true, checks: {} }),
      problemPage: async () => undefined,
    },
    (app) => app.route('/', identityRoutes(context)),
  );
}

/** Loosely, what these answers hold. */
interface Answer extends Readonly<Record<string, unknown>> {
  readonly secret?: string;
  readonly recoveryCodes?: readonly string[];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

let places = 0;

/** A browser: keeps the cookie that it is given and sends its site's origin. */
function aBrowser(context: IdentityContext) {
  const app = aServer(context);
  const address = `198.51.100.${(places += 1)}`;
  let cookie = '';
  const ask = async (method: string, path: string, sent?: unknown, headers: Record<string, string> = {}) => {
    const answer = await app.request(`${context.origin}${path}`, {
      method,
      ...(sent !== undefined && { body: JSON.stringify(sent) }),
      headers: {
        origin: context.origin,
        'content-type': 'application/json',
        'x-forwarded-for': address,
        cookie,
        ...headers,
      },
    });
    const [given] = answer.headers.getSetCookie();
    if (given !== undefined) cookie = given.split(';')[0] ?? '';
    const text = await answer.text();
    const json = (text === '' ? {} : JSON.parse(text)) as Answer;
    return { status: answer.status, json, given, headers: answer.headers };
  };
  return { ask, cookie: () => cookie };
}

test('signing in gives a cookie that scripts and other sites cannot reach, and asking who one is answers', async () => {
  const { email } = await anAccount(house);
  const { ask } = aBrowser(house.context);
  assert.deepEqual((await ask('GET', '/api/v1/session')).json, { signedIn: false });
  const begun = await ask('POST', '/api/v1/session', { email, password: goodPassword });
  assert.deepEqual([begun.status, begun.json['needs'], begun.json['token']], [200, 'nothing', undefined]);
  assert.match(begun.given ?? '', /^__Host-mandata=[\w-]{43}; Path=\/; Expires=.*; HttpOnly; Secure; SameSite=Lax$/);
  assert.equal(begun.headers.get('cache-control'), 'no-store');
  const who = await ask('GET', '/api/v1/session');
  assert.deepEqual([who.json['signedIn'], textOf(who.json['account']).includes(email)], [true, true]);
  const out = await ask('DELETE', '/api/v1/session');
  assert.deepEqual([out.status, out.given?.startsWith('__Host-mandata=;')], [204, true]);
  assert.deepEqual((await ask('GET', '/api/v1/session')).json, { signedIn: false });
});

test('without TLS the cookie has its plain name', async () => {
  const { email } = await anAccount(house);
  const plain = { ...house.context, origin: 'http://localhost:8080' };
  const { given } = await aBrowser(plain).ask('POST', '/api/v1/session', { email, password: goodPassword });
  assert.match(given ?? '', /^mandata=[\w-]{43}; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/);
});

test('a wrong password is 401, too many are 429 with the time to come back, and no cookie is given', async () => {
  const { email } = await anAccount(house);
  const { ask } = aBrowser(house.context);
  for (let n = 0; n < 6; n += 1) {
    const refused = await ask('POST', '/api/v1/session', { email, password: 'wrong password' });
    assert.deepEqual([refused.status, refused.given], [401, undefined]);
  }
  const slowed = await ask('POST', '/api/v1/session', { email, password: goodPassword });
  assert.deepEqual([slowed.status, slowed.headers.get('retry-after')], [429, '2']);
});

test('what does not fit the schema is 400 and names its field', async () => {
  const { ask } = aBrowser(house.context);
  for (const sent of [
    {},
    { email: 'a@b.org' },
    { email: 5, password: 'x' },
    { email: 'a@b.org', password: 'x'.repeat(1001) },
    [],
  ]) {
    assert.equal((await ask('POST', '/api/v1/session', sent)).status, 400);
  }
  const refused = await ask('POST', '/api/v1/session', { email: 'a@b.org' });
  assert.deepEqual(refused.json['details'], { field: 'password' });
});

test('another site cannot sign a browser in, whatever the content type', async () => {
  const { email } = await anAccount(house);
  for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
    const sent = { email, password: goodPassword };
    const { status } = await aBrowser(house.context).ask('POST', '/api/v1/session', sent, {
      origin: 'https://evil.example',
      'content-type': type,
    });
    assert.equal(status, 403);
  }
});

test('the way of a person: invitation, sign-in, authenticator app, second step, sessions, tokens, new password', async () => {
  const demo = { ...house.context, demonstration: true };
  await seedDemonstrationAccounts(demo);
  const administrator = (await listAccounts(demo, operator)).find(
    ({ role, demonstration }) => demonstration && role === 'administrator',
  );
  const admin = aBrowser(demo);
  await admin.ask('POST', '/api/v1/session', { email: administrator?.email, password: administrator?.password });
  const organization = await admin.ask('POST', '/api/v1/organizations', {
    name: 'Statistics of Chile',
    kind: 'state',
    state: 'CHL',
  });
  assert.equal(organization.status, 201);
  const person = {
    email: 'rosa@example.org',
    name: 'Rosa',
    role: 'focal-point',
    organization: organization.json['id'],
    language: 'es',
  };
  const invited = await admin.ask('POST', '/api/v1/accounts', person);
  assert.deepEqual([invited.status, invited.json['link']], [201, undefined]);

  const rosa = aBrowser(demo);
  const token = tokenFrom(house.letters, 'rosa@example.org');
  assert.deepEqual((await rosa.ask('PUT', '/api/v1/account/invitation', { token, password: goodPassword })).json, {
    email: 'rosa@example.org',
  });
  const enter = { email: 'rosa@example.org', password: goodPassword };
  await rosa.ask('POST', '/api/v1/session', enter);
  const { secret = '' } = (await rosa.ask('POST', '/api/v1/account/totp')).json;
  const code = (): string => generateSync({ secret, epoch: demo.clock().getTime() / 1000 });
  const confirmed = await rosa.ask('PUT', '/api/v1/account/totp', { code: code() });
  assert.equal(confirmed.json.recoveryCodes?.length, 10);
  assert.deepEqual((await rosa.ask('GET', '/api/v1/account/second-factor')).json, {
    totp: true,
    passkeys: 0,
    recoveryCodes: 10,
  });

  house.forward(30_000);
  const phone = aBrowser(demo);
  const pending = await phone.ask('POST', '/api/v1/session', enter);
  assert.deepEqual([pending.json['needs'], pending.json['methods']], ['second-factor', ['totp', 'recovery-code']]);
  const held = phone.cookie();
  for (const [method, path] of [
    ['GET', '/account/sessions'],
    ['GET', '/account/tokens'],
    ['GET', '/account/passkeys'],
    ['POST', '/account/totp'],
    ['DELETE', '/account/totp'],
  ] as const) {
    assert.equal((await phone.ask(method, `/api/v1${path}`)).status, 401, `${method} ${path} with a pending session`);
  }
  assert.equal((await phone.ask('POST', '/api/v1/session/second-factor', { code: code() })).json['needs'], 'nothing');
  assert.notEqual(phone.cookie(), held);

  const sessions = (await phone.ask('GET', '/api/v1/account/sessions')).json as unknown as {
    id: string;
    current: boolean;
  }[];
  assert.deepEqual([sessions.length, sessions.filter(({ current }) => current).length], [2, 1]);
  assert.equal((await phone.ask('DELETE', '/api/v1/account/sessions')).json['ended'], 1);
  assert.equal((await rosa.ask('GET', '/api/v1/account/sessions')).status, 401);

  const made = await phone.ask('POST', '/api/v1/account/tokens', { name: 'script', scopes: ['identity.own.tokens'] });
  assert.equal(made.status, 201);
  const bearer = { authorization: `Bearer ${textOf(made.json['token'])}`, cookie: '' };
  assert.equal((await aBrowser(demo).ask('GET', '/api/v1/account/tokens', undefined, bearer)).status, 200);
  assert.equal((await aBrowser(demo).ask('GET', '/api/v1/account/sessions', undefined, bearer)).status, 403);
  assert.equal((await phone.ask('DELETE', `/api/v1/account/tokens/${textOf(made.json['id'])}`)).status, 204);
  assert.equal((await aBrowser(demo).ask('GET', '/api/v1/account/tokens', undefined, bearer)).status, 401);

  const next = 'a brand new way to say it';
  assert.equal((await phone.ask('PUT', '/api/v1/account/password', { current: goodPassword, next })).status, 204);
  assert.equal((await aBrowser(demo).ask('POST', '/api/v1/session', enter)).status, 401);
  assert.equal((await phone.ask('POST', '/api/v1/account/password-reset', { email: enter.email })).status, 202);

  const account = `/api/v1/accounts/${textOf(invited.json['account'])}`;
  assert.equal((await phone.ask('DELETE', account)).status, 404);
  assert.equal((await admin.ask('DELETE', `${account}/second-factor`)).status, 204);
  house.forward(limits.recent + 1);
  const late = await admin.ask('DELETE', account);
  assert.deepEqual([late.status, late.json['details']], [403, { needs: 'recent-sign-in' }]);
});

test('a passkey through the routes: registered, then alone enough', async () => {
  const { email } = await anAccount(house);
  const laptop = aBrowser(house.context);
  await laptop.ask('POST', '/api/v1/session', { email, password: goodPassword });
  const key = anAuthenticator(house.context.origin);
  const offered = (await laptop.ask('POST', '/api/v1/account/passkeys')).json as unknown as Parameters<
    typeof key.create
  >[0];
  const registered = await laptop.ask('PUT', '/api/v1/account/passkeys', {
    name: 'laptop',
    passkey: key.create(offered),
  });
  assert.deepEqual([registered.status, registered.json['id']], [200, key.id]);
  const other = aBrowser(house.context);
  const asked = (await other.ask('POST', '/api/v1/session/passkey')).json as unknown as Parameters<typeof key.get>[0];
  assert.equal(
    (await other.ask('PUT', '/api/v1/session/passkey', { passkey: key.get(asked) })).json['needs'],
    'nothing',
  );
  assert.equal((await other.ask('GET', '/api/v1/session')).json['secondFactor'], true);
  assert.equal((await other.ask('DELETE', `/api/v1/account/passkeys/${key.id}`)).status, 204);
});

test('an outsider gets the same 404 from every administrator’s address as from one that does not exist', async () => {
  const { email, id } = await anAccount(house);
  const outsider = aBrowser(house.context);
  await outsider.ask('POST', '/api/v1/session', { email, password: goodPassword });
  const bodyOf = ({ status, json }: Awaited<ReturnType<typeof outsider.ask>>) => ({ status, ...json, request: '' });
  const missing = bodyOf(await outsider.ask('GET', '/api/v1/nothing-here'));
  const invitation = { email: 'x@example.org', name: 'X', role: 'administrator', organization: 'any', language: 'en' };
  const addresses: [string, string, unknown?][] = [
    ['GET', '/accounts'],
    ['POST', '/accounts', invitation],
    ['POST', `/accounts/${id}/invitation`],
    ['POST', `/accounts/${id}/deactivation`],
    ['DELETE', `/accounts/${id}`],
    ['POST', `/accounts/${id}/password-reset`],
    ['DELETE', `/accounts/${id}/second-factor`],
    ['GET', '/organizations'],
    ['POST', '/organizations', { name: 'X', kind: 'partner' }],
    ['DELETE', '/account/sessions/not-mine'],
    ['DELETE', '/account/tokens/not-mine'],
  ];
  for (const [method, path, sent] of addresses) {
    assert.deepEqual(bodyOf(await outsider.ask(method, `/api/v1${path}`, sent)), missing, `${method} ${path}`);
  }
});

test('every address is in the OpenAPI document, with a summary and its refusals', () => {
  const app = new OpenAPIHono();
  app.route('/', identityRoutes(house.context));
  const document = app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Mandata', version: '1' } });
  const described = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    (['get', 'post', 'put', 'delete'] as const).flatMap((method) => {
      const operation = item?.[method];
      return operation === undefined ? [] : [{ path, method, summary: operation.summary ?? '' }];
    }),
  );
  assert.ok(described.every(({ summary }) => summary.length > 0));
  const served = new Set(
    app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`),
  );
  assert.deepEqual(
    new Set(described.map(({ method, path }) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`)),
    served,
  );
});
