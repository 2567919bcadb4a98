import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { createOrganization, inviteAccount, openOidc } from '#kernel/identity/index.ts';
import { aSignInService, type Person, type Service } from '#kernel/identity/testing/a-sign-in-service.ts';
import { anAccount } from '#kernel/identity/testing/an-identity.ts';
import { operator } from '#kernel/policy/index.ts';
import { guardedFetch } from '../house/guarded-fetch.ts';
import { aSite } from './testing/a-site.ts';

let service: Service;
let site: Awaited<ReturnType<typeof aSite>>;
const oidcOf = (hosts: readonly string[]) =>
  openOidc({ issuer: service.issuer, clientId: 'mandata', clientSecret: 'shared', fetch: guardedFetch(hosts) });
before(async () => {
  service = await aSignInService();
  site = await aSite({ oidc: oidcOf(['127.0.0.1']) });
});
after(async () => {
  service.close();
  await site.close();
});
beforeEach(() => Object.assign(service, { claims: {}, alg: 'RS256', strangeKey: false, error: undefined }));

/** A browser without script that keeps the cookies of the site. */
function aBrowser(app = site.app) {
  const cookies = new Map<string, string>();
  const get = async (path: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await app.request(path, { ...init, headers: { accept: 'text/html', cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /Max-Age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return { status: answer.status, location: answer.headers.get('location') ?? '', text: await answer.text() };
  };
  return { get, cookies };
}

/** From the button to the address that the service sends the browser back to; not yet gone there. */
async function toTheService(browser: ReturnType<typeof aBrowser>, language = 'en', goal = ''): Promise<URL> {
  const page = await browser.get(`/${language}/sign-in?return=${encodeURIComponent(goal)}`);
  const button = new RegExp(`href="(/${language}/sign-in/service\\?[^"]*)"`).exec(page.text)?.[1] ?? 'no button';
  const sent = await browser.get(button.replaceAll('&amp;', '&'));
  assert.equal(sent.status, 303, sent.text.slice(0, 300));
  const answer = await fetch(sent.location, { redirect: 'manual' });
  return new URL(answer.headers.get('location') ?? '');
}

/** Back on the site: first to the one address that the service knows, then to the page in the visitor's language. */
async function back(browser: ReturnType<typeof aBrowser>, url: URL) {
  const led = await browser.get(`${url.pathname}${url.search}`);
  assert.equal(led.status, 302);
  return browser.get(led.location);
}

let count = 0;
async function invited(): Promise<Person & { email: string }> {
  count += 1;
  const organization = await createOrganization(site.context, operator, { name: `Unit ${count}`, kind: 'partner' });
  const email = `service-${count}@example.org`;
  const asked = { email, name: 'A Person', role: 'analyst', organization: organization.id, language: 'fr' } as const;
  await inviteAccount(site.context, operator, asked);
  return { sub: `subject-${count}`, email, email_verified: true };
}

test('an invited person signs in with their organization and comes to where they wanted to be', async () => {
  service.person = await invited();
  const browser = aBrowser();
  const url = await toTheService(browser, 'fr', '/fr/account/sessions');
  assert.equal(`${url.origin}${url.pathname}`, `${site.context.origin}/sign-in/callback`);
  const done = await back(browser, url);
  assert.deepEqual([done.status, done.location], [303, '/fr/account/sessions']);
  assert.match((await browser.get('/fr/account')).text, new RegExp(service.person.email ?? ''));
  assert.ok(!browser.cookies.has('mandata-sign-in'), 'what was kept for the way back is gone');
});

test('only an address on this site is gone back to', async () => {
  service.person = await invited();
  const browser = aBrowser();
  assert.equal(
    (await back(browser, await toTheService(browser, 'en', 'https://evil.example/'))).location,
    '/en/account',
  );
});

test('signing out ends the session here and offers to end the one at the service', async () => {
  service.person = await invited();
  const browser = aBrowser();
  await back(browser, await toTheService(browser));
  await browser.get('/en/sign-out', { method: 'POST' });
  assert.equal((await browser.get('/en/account')).status, 303, 'signed out');
  assert.match((await browser.get('/en/sign-in?done=signed-out')).text, /href="\/en\/sign-in\/service\/sign-out"/);
  const led = new URL((await browser.get('/en/sign-in/service/sign-out')).location);
  assert.equal(`${led.origin}${led.pathname}`, `${service.issuer}/end`);
  assert.equal(led.searchParams.get('post_logout_redirect_uri'), `${site.context.origin}/sign-in`);
  assert.equal((await browser.get('/sign-in')).location, '/en/sign-in', 'and the way back leads to the page');
});

const now = (): number => Math.floor(Date.now() / 1000);
const attacks: Record<string, (url: URL, browser: ReturnType<typeof aBrowser>) => void | Promise<unknown>> = {
  'a state that is not ours': (url) => url.searchParams.set('state', 'x'.repeat(43)),
  'no state': (url) => url.searchParams.delete('state'),
  'an answer carried to another browser': (_url, { cookies }) => cookies.clear(),
  'an answer that belongs to an earlier beginning': (_url, browser) => toTheService(browser),
  'a code that was used already': async (url, { cookies }) => {
    const other = aBrowser();
    for (const [name, value] of cookies) other.cookies.set(name, value);
    assert.equal((await back(other, url)).status, 303);
  },
  'a code of somebody else': (url) => url.searchParams.set('code', 'f'.repeat(32)),
  'a token with another nonce': () => void (service.claims = { nonce: 'x'.repeat(43) }),
  'a token for another audience': () => void (service.claims = { aud: 'another' }),
  'a token of another issuer': () => void (service.claims = { iss: 'https://evil.example' }),
  'a token that is over': () => void (service.claims = { iat: now() - 7200, exp: now() - 3600 }),
  'a token without signature': () => void (service.alg = 'none'),
  'a token signed with the wrong kind of key': () => void (service.alg = 'HS256'),
  'a token signed by somebody else': () => void (service.strangeKey = true),
  'an address that the service has not verified': () => void (service.claims = { email_verified: false }),
  'an address that nobody here has': () => void (service.claims = { email: 'stranger@example.org' }),
};
for (const [name, attack] of Object.entries(attacks)) {
  test(`${name} opens nothing, and the page says so`, async () => {
    service.person = await invited();
    const browser = aBrowser();
    const url = await toTheService(browser);
    await attack(url, browser);
    const refused = await back(browser, url);
    assert.equal(refused.status, 401);
    assert.match(
      refused.text,
      /role="alert"[\s\S]*(not begun in this browser|does not fit this sign-in|vouches for no address)/,
    );
    assert.equal((await browser.get('/en/account')).status, 303, 'not signed in');
  });
}

test('breaking off at the service is no fault, and is told in the language of the page', async () => {
  service.error = 'access_denied';
  const browser = aBrowser();
  const refused = await back(browser, await toTheService(browser));
  assert.equal(refused.status, 401);
  assert.match(refused.text, /broken off at the sign-in service/);
});

test('a linked person stays linked when the service changes or withdraws the address', async () => {
  service.person = await invited();
  const first = aBrowser();
  assert.equal((await back(first, await toTheService(first))).status, 303);
  service.person = { sub: service.person.sub, email: 'changed@example.org', email_verified: true };
  const again = aBrowser();
  assert.equal((await back(again, await toTheService(again))).status, 303);
});

test('somebody else who gets the address later does not get the account', async () => {
  const { email } = await anAccount(site);
  service.person = { sub: 'first', email, email_verified: true };
  const first = aBrowser();
  assert.equal((await back(first, await toTheService(first))).status, 303);
  service.person = { sub: 'second', email, email_verified: true };
  const second = aBrowser();
  assert.equal((await back(second, await toTheService(second))).status, 401);
});

test('a service in a private network is not asked unless the setting says so, and without one there is no button', async () => {
  const before = service.asked.get('/.well-known/openid-configuration');
  const guarded = await aSite({ oidc: oidcOf([]) });
  const refused = await aBrowser(guarded.app).get('/en/sign-in/service');
  assert.equal(refused.status, 503);
  assert.match(refused.text, /does not answer/);
  assert.equal(service.asked.get('/.well-known/openid-configuration'), before, 'nothing was sent');
  await guarded.close();
  const without = await aSite();
  const visitor = aBrowser(without.app);
  assert.doesNotMatch((await visitor.get('/en/sign-in')).text, /sign-in\/service/);
  for (const path of ['/en/sign-in/service', '/en/sign-in/callback?code=x&state=y', '/en/sign-in/service/sign-out'])
    assert.equal((await visitor.get(path)).status, 404, path);
  await without.close();
});
