import assert from 'node:assert/strict';
import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { operator } from '#kernel/policy/index.ts';
import {
  createOrganization,
  deactivateAccount,
  finishOidcSignIn,
  inviteAccount,
  openOidc,
  startOidcSignIn,
} from '../index.ts';
import type { Oidc } from '../index.ts';
import { limits } from '../limits.ts';
import { actorBy, anAccount, anIdentity, enter } from '../testing/an-identity.ts';

interface Person {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
}

/** A sign-in service on this machine that knows one person at a time. */
async function aService() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: '1', alg: 'RS256', use: 'sig' };
  const known = { person: { sub: 's-0' } as Person, nonce: '', verifiers: [] as string[], changes: {} as object };
  let issuer = '';
  const jwt = (claims: object): string => {
    const text = [{ alg: 'RS256', kid: '1' }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    return `${text}.${createSign('sha256').update(text).sign(privateKey).toString('base64url')}`;
  };
  const server = createServer((request, response) => {
    let sent = '';
    request.on('data', (chunk: Buffer) => (sent += chunk.toString()));
    request.on('end', () => {
      const now = Math.floor(Date.now() / 1000);
      const answers: Record<string, () => object> = {
        '/.well-known/openid-configuration': () => ({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/jwks`,
        }),
        '/jwks': () => ({ keys: [jwk] }),
        '/token': () => {
          known.verifiers.push(new URLSearchParams(sent).get('code_verifier') ?? '');
          const claims = {
            iss: issuer,
            aud: 'mandata',
            iat: now,
            exp: now + 60,
            nonce: known.nonce,
            ...known.person,
            ...known.changes,
          };
          return { access_token: 'a', token_type: 'bearer', id_token: jwt(claims) };
        },
      };
      const answer = answers[request.url ?? '']?.();
      response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { issuer, known, close: () => server.close() };
}

let house: Awaited<ReturnType<typeof anIdentity>>;
let service: Awaited<ReturnType<typeof aService>>;
let oidc: Oidc;
before(async () => {
  house = await anIdentity();
  service = await aService();
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
  given: { state?: string; nonce?: string; cookie?: string; changes?: object; late?: boolean } = {},
) {
  const { url, cookie } = await startOidcSignIn(house.context, oidc);
  const sent = new URL(url).searchParams;
  Object.assign(service.known, { person, nonce: given.nonce ?? sent.get('nonce'), changes: given.changes ?? {} });
  if (given.late === true) house.forward(limits.pending + 1);
  const search = `?${new URLSearchParams({ code: 'c', state: given.state ?? sent.get('state') ?? '' }).toString()}`;
  return finishOidcSignIn(house.context, oidc, { search, cookie: given.cookie ?? cookie, userAgent: 'test' });
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
    ['S256', 'https://mandata.example/api/v1/session/oidc/callback', 'openid email'],
  );
  for (const name of ['state', 'nonce', 'code_challenge']) {
    assert.ok((sent.get(name) ?? '').length >= 40, name);
    assert.ok(!cookie.includes(sent.get(name) ?? ''));
  }
});

test('an invited person with a verified address gets in, and later by their subject alone', async () => {
  const { id, email } = await invited();
  const person = aPerson(email.toUpperCase());
  const { token } = await goAndReturn(person);
  assert.equal((await actorBy(house.context, token)).id, id);
  assert.ok((service.known.verifiers.at(-1) ?? '').length >= 43);
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
  await assert.rejects(goAndReturn(person, { state: 'x'.repeat(43) }), refused);
  await assert.rejects(goAndReturn(person, { nonce: 'x'.repeat(43) }), refused);
  await assert.rejects(goAndReturn(person, { cookie: '' }), refused);
  await assert.rejects(goAndReturn(person, { cookie: (await startOidcSignIn(house.context, oidc)).cookie }), refused);
  await assert.rejects(goAndReturn(person, { changes: { aud: 'another' } }), refused);
  await assert.rejects(goAndReturn(person, { changes: { iss: 'https://evil.example' } }), refused);
  await assert.rejects(goAndReturn(person, { changes: { exp: 1 } }), refused);
  await assert.rejects(goAndReturn(person, { late: true }), refused);
  await goAndReturn(person);
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
});
