import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { generate } from 'otplib';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/index.ts';
import { operator } from '#kernel/policy/index.ts';
import {
  confirmTotp,
  createOrganization,
  deactivateAccount,
  enrolTotp,
  findActorBySessionToken,
  finishOidcSignIn,
  inviteAccount,
  openOidc,
  startOidcSignIn,
} from '../index.ts';
import type { Oidc, SignedIn } from '../index.ts';
import { limits } from '../limits.ts';
import { aSignInService, type Person, type Service } from '../testing/a-sign-in-service.ts';
import { actorBy, anAccount, anIdentity, enter } from '../testing/an-identity.ts';

let house: Awaited<ReturnType<typeof anIdentity>>;
let service: Service;
let oidc: Oidc;
before(async () => {
  house = await anIdentity();
  service = await aSignInService();
  oidc = openOidc({
    issuer: service.issuer,
    clientId: 'mandata',
    clientSecret: 'shared',
    fetch: (url, options) => fetch(url, options as RequestInit),
  });
});
after(async () => {
  service.close();
  await house.close();
});

/** Goes to the service and comes back, as a browser would. */
async function goAndReturn(
  person: Person,
  given: { state?: string; cookie?: string; late?: boolean } & Partial<
    Pick<Service, 'claims' | 'alg' | 'strangeKey' | 'addressApart' | 'error'>
  > = {},
): Promise<SignedIn & { goal: string; search: string; cookie: string }> {
  const { claims = {}, alg = 'RS256', strangeKey = false, addressApart = false, error } = given;
  Object.assign(service, { person, claims, alg, strangeKey, addressApart, error });
  const { url, cookie } = await startOidcSignIn(house.context, oidc, '/fr/account');
  const location = (await fetch(url, { redirect: 'manual' })).headers.get('location') ?? '';
  const back = new URL(location);
  if (given.state !== undefined) back.searchParams.set('state', given.state);
  if (given.late === true) house.forward(limits.pending + 1);
  const { search } = back;
  const request = { search, cookie: given.cookie ?? cookie, userAgent: 'test' };
  const { session, goal } = await finishOidcSignIn(house.context, oidc, request);
  return { ...session, goal, search, cookie };
}
const refused = { name: 'Problem', kind: 'not-signed-in' };
let people = 0;
const aPerson = (email: string): Person => ({ sub: `s-${(people += 1)}`, email, email_verified: true });

async function invited(): Promise<{ id: string; email: string }> {
  const organization = await createOrganization(house.context, operator, {
    name: `Partner ${(people += 1)}`,
    kind: 'partner',
  });
  const email = `invited-${people}@example.org`;
  const request = { email, name: 'Somebody', role: 'analyst', organization: organization.id, language: 'en' } as const;
  return { id: (await inviteAccount(house.context, operator, request)).account, email };
}

test('the browser is sent off with state, nonce and a code challenge, none of which the cookie shows', async () => {
  const { url, cookie } = await startOidcSignIn(house.context, oidc);
  const { searchParams: sent } = new URL(url);
  assert.deepEqual(
    [sent.get('code_challenge_method'), sent.get('redirect_uri'), sent.get('scope')],
    ['S256', 'https://mandata.example/sign-in/callback', 'openid email'],
  );
  for (const name of ['state', 'nonce', 'code_challenge']) {
    assert.ok((sent.get(name) ?? '').length >= 40, name);
    assert.ok(!cookie.includes(sent.get(name) ?? ''));
  }
});

test('an invited person with a verified address gets in, and later by their subject alone', async () => {
  const { id, email } = await invited();
  const person = aPerson(email.toUpperCase());
  const { token, goal } = await goAndReturn(person);
  assert.equal((await actorBy(house.context, token)).id, id);
  assert.equal(goal, '/fr/account');
  const again = await goAndReturn({ sub: person.sub });
  assert.equal((await actorBy(house.context, again.token)).id, id);
});

test('nobody gets in who was not invited, whose address is not verified, or whose account is closed', async () => {
  const { id, email } = await invited();
  await assert.rejects(goAndReturn(aPerson('stranger@example.org')), refused);
  await assert.rejects(goAndReturn({ ...aPerson(email), email_verified: false }), refused);
  await assert.rejects(goAndReturn({ sub: 's-without-claim', email }), refused);
  const person = aPerson(email);
  await goAndReturn(person);
  await deactivateAccount(house.context, operator, id);
  await assert.rejects(goAndReturn(person), refused);
});

test('a second person at the service with the same address does not get the account', async () => {
  const { email } = await invited();
  await goAndReturn(aPerson(email));
  await assert.rejects(goAndReturn(aPerson(email)), refused);
});

test('an answer for another browser, another request, another house or too late is refused', async () => {
  const { email } = await invited();
  const person = aPerson(email);
  const now = Math.floor(Date.now() / 1000);
  const attacks: Parameters<typeof goAndReturn>[1][] = [
    { state: 'x'.repeat(43) },
    { cookie: '' },
    { cookie: (await startOidcSignIn(house.context, oidc)).cookie },
    { late: true },
    { claims: { nonce: 'x'.repeat(43) } },
    { claims: { nonce: undefined } },
    { claims: { aud: 'another' } },
    { claims: { aud: ['mandata', 'another'], azp: 'another' } },
    { claims: { iss: 'https://evil.example' } },
    { claims: { exp: now - 3600, iat: now - 7200 } },
    { claims: { sub: '' } },
    { alg: 'none' },
    { alg: 'HS256' },
    { strangeKey: true },
    { error: 'access_denied' },
  ];
  for (const attack of attacks) await assert.rejects(goAndReturn(person, attack), refused, JSON.stringify(attack));
  await goAndReturn(person);
});

test('an answer works once', async () => {
  const person = aPerson((await invited()).email);
  const { search, cookie } = await goAndReturn(person);
  await assert.rejects(finishOidcSignIn(house.context, oidc, { search, cookie, userAgent: 'test' }), refused);
});

test('an address that the service tells apart from its token is as good, for the same subject only', async () => {
  const { id, email } = await invited();
  const person = { ...aPerson(email), email_verified: 'true' };
  await assert.rejects(goAndReturn(person, { addressApart: true, claims: { sub: 's-another' } }), refused);
  const { token } = await goAndReturn(person, { addressApart: true });
  assert.equal((await actorBy(house.context, token)).id, id);
});

test('an account with a second factor owes it also after the other service', async () => {
  const { id, email } = await anAccount(house);
  const { token } = await enter(house.context, email);
  const actor = await actorBy(house.context, token);
  const { secret } = await enrolTotp(house.context, actor);
  const epoch = Math.floor(house.context.clock().getTime() / 1000);
  await confirmTotp(house.context, actor, await generate({ secret, epoch }));
  const begun = await goAndReturn(aPerson(email));
  assert.deepEqual([begun.needs, begun.methods], ['second-factor', ['totp', 'recovery-code']]);
  assert.equal(await findActorBySessionToken(house.context, begun.token), undefined, `nothing is open to ${id} yet`);
});

test('a person who has a password keeps it beside', async () => {
  const { id, email } = await anAccount(house);
  assert.equal((await actorBy(house.context, (await goAndReturn(aPerson(email))).token)).id, id);
  await enter(house.context, email);
});

test('a service that does not answer is said in words, and asked again the next time', async () => {
  let calls = 0;
  const away = openOidc({
    issuer: 'https://service.example',
    clientId: 'm',
    clientSecret: 's',
    fetch: () => Promise.reject(new Error(`away ${(calls += 1)}`)),
  });
  for (const n of [1, 2]) {
    await assert.rejects(startOidcSignIn(house.context, away), { kind: 'unavailable' });
    assert.equal(calls, n);
  }
  let down = false;
  const half = openOidc({
    issuer: service.issuer,
    clientId: 'mandata',
    clientSecret: 'shared',
    fetch: (url, options) =>
      down ? Promise.reject(new Problem('unavailable', say('Away.'))) : fetch(url, options as RequestInit),
  });
  const { url, cookie } = await startOidcSignIn(house.context, half);
  const back = new URL((await fetch(url, { redirect: 'manual' })).headers.get('location') ?? '');
  down = true;
  const request = { search: back.search, cookie, userAgent: 'test' };
  await assert.rejects(finishOidcSignIn(house.context, half, request), { kind: 'unavailable' });
});
