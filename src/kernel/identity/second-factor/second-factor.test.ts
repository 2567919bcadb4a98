import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { generateSync } from 'otplib';
import type { AccountActor } from '#kernel/policy/index.ts';
import { operator } from '#kernel/policy/index.ts';
import {
  confirmTotp,
  enrolTotp,
  findActorBySessionToken,
  finishPasskeyRegistration,
  finishPasskeySignIn,
  listFactors,
  listPasskeys,
  removePasskey,
  removeTotp,
  renewRecoveryCodes,
  resetSecondFactor,
  startPasskeyRegistration,
  startPasskeySecondFactor,
  startPasskeySignIn,
  verifySecondFactor,
} from '../index.ts';
import type { Shown } from '../index.ts';
import { limits } from '../limits.ts';
import { seal, unseal } from '../secrets.ts';
import { anAuthenticator } from '../testing/authenticator.ts';
import { actorBy, anAccount, anIdentity, enter, sure } from '../testing/an-identity.ts';

let house: Awaited<ReturnType<typeof anIdentity>>;
before(async () => {
  house = await anIdentity();
});
after(() => house.close());

const codeOf = (secret: string, steps = 0): string =>
  generateSync({ secret, epoch: house.context.clock().getTime() / 1000 + 30 * steps });

/** An account with a confirmed authenticator app, half a minute later. */
async function withTotp() {
  const account = await anAccount(house);
  const { token } = await enter(house.context, account.email);
  const actor = await actorBy(house.context, token);
  const { secret, uri } = await enrolTotp(house.context, actor);
  const { recoveryCodes } = await confirmTotp(house.context, actor, codeOf(secret));
  house.forward(30_000);
  return { ...account, token, actor, secret, uri, recoveryCodes };
}

const show = (token: string, shown: Shown) => verifySecondFactor(house.context, { token, shown, userAgent: 'test' });
const wrong = { kind: 'invalid', details: { field: 'code' } };

/** An account with a passkey beside its password. */
async function withPasskey() {
  const account = await anAccount(house);
  const actor = await actorBy(house.context, (await enter(house.context, account.email)).token);
  const key = anAuthenticator(house.context.origin);
  const response = key.create(await startPasskeyRegistration(house.context, actor));
  await finishPasskeyRegistration(house.context, actor, { response, name: 'laptop' });
  return { ...account, actor, key };
}

test('an app is in force once a code confirms it, and its secret is sealed in the database', async () => {
  const { email } = await anAccount(house);
  const actor = await actorBy(house.context, (await enter(house.context, email)).token);
  const { secret, uri } = await enrolTotp(house.context, actor);
  assert.match(uri, /^otpauth:\/\/totp\/Mandata:.*secret=/);
  assert.equal((await enter(house.context, email)).needs, 'nothing', 'not in force yet');
  await assert.rejects(confirmTotp(house.context, actor, '000000'), wrong);
  await assert.rejects(confirmTotp(house.context, actor, 'letters'), wrong);
  const { recoveryCodes } = await confirmTotp(house.context, actor, codeOf(secret));
  assert.equal(new Set(recoveryCodes).size, 10);
  assert.match(recoveryCodes[0] ?? '', /^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
  await assert.rejects(enrolTotp(house.context, actor), { kind: 'conflict' });
  const { rows } = await sql<{ secret: string }>`select secret from identity_totp where account = ${actor.id}`.execute(
    house.database.owner,
  );
  assert.ok(!rows[0]?.secret.includes(secret));
  const codes = await sql<{ all: string }>`select json_agg(c)::text as all from identity_recovery_code c`.execute(
    house.database.owner,
  );
  assert.ok(!codes.rows[0]?.all.includes((recoveryCodes[0] ?? '').replaceAll('-', '')));
});

test('a pending session reaches nothing but the second factor, which gives a new token', async () => {
  const { email, secret } = await withTotp();
  const pending = await enter(house.context, email);
  assert.deepEqual([pending.needs, pending.methods], ['second-factor', ['totp', 'recovery-code']]);
  assert.equal(await findActorBySessionToken(house.context, pending.token), undefined);
  const full = await show(pending.token, { code: codeOf(secret) });
  assert.notEqual(full.token, pending.token);
  assert.deepEqual((await actorBy(house.context, full.token)).assurance, { secondFactor: true, recent: true });
  await assert.rejects(show(pending.token, { code: codeOf(secret, 1) }), { kind: 'not-signed-in' });
  await assert.rejects(show(full.token, { code: codeOf(secret, 1) }), { kind: 'not-signed-in' });
});

test('a code is good once, also when it comes twice at the same moment, and a neighbouring step is allowed', async () => {
  const { email, secret } = await withTotp();
  const [one, two] = [await enter(house.context, email), await enter(house.context, email)];
  const code = codeOf(secret);
  const answers = await Promise.allSettled([show(one.token, { code }), show(two.token, { code })]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  const { token } = await enter(house.context, email);
  await assert.rejects(show(token, { code }), wrong);
  await assert.rejects(show(token, { code: codeOf(secret, -1) }), wrong);
  await assert.rejects(show(token, { code: codeOf(secret, 3) }), wrong);
  await show(token, { code: codeOf(secret, 1) });
});

test('guessing codes is slowed per account, whichever session it comes from', async () => {
  const { email, secret } = await withTotp();
  for (let n = 0; n < 6; n += 1) {
    const { token } = await enter(house.context, email);
    await assert.rejects(show(token, { code: '123456' === codeOf(secret) ? '654321' : '123456' }), wrong);
  }
  const { token } = await enter(house.context, email);
  await assert.rejects(show(token, { code: codeOf(secret) }), { kind: 'too-many-requests' });
});

test('the second step has ten minutes', async () => {
  const { email, secret } = await withTotp();
  const { token } = await enter(house.context, email);
  house.forward(limits.pending + 1);
  await assert.rejects(show(token, { code: codeOf(secret) }), { kind: 'not-signed-in' });
});

test('a recovery code stands in once, however it is typed; another account’s does not', async () => {
  const [{ email, recoveryCodes }, stranger] = [await withTotp(), await withTotp()];
  const [first = '', second = ''] = recoveryCodes;
  const pending = await enter(house.context, email);
  await assert.rejects(show(pending.token, { recoveryCode: stranger.recoveryCodes[0] ?? '' }), wrong);
  await show(pending.token, { recoveryCode: ` ${first.toUpperCase().replaceAll('-', ' ')} ` });
  const again = await enter(house.context, email);
  await assert.rejects(show(again.token, { recoveryCode: first }), wrong);
  const { token } = await show(again.token, { recoveryCode: second });
  const actor = await actorBy(house.context, token);
  assert.equal((await listFactors(house.context, actor)).recoveryCodes, 8);
  const renewed = await renewRecoveryCodes(house.context, actor);
  assert.equal(renewed.length, 10);
  const last = await enter(house.context, email);
  await assert.rejects(show(last.token, { recoveryCode: recoveryCodes[2] ?? '' }), wrong);
  await show(last.token, { recoveryCode: renewed[0] ?? '' });
});

test('removing the last factor removes its recovery codes, and needs the factor itself', async () => {
  const { email, secret, token: first } = await withTotp();
  const weak: AccountActor = {
    ...(await actorBy(house.context, first)),
    assurance: { secondFactor: false, recent: true },
  };
  await assert.rejects(removeTotp(house.context, weak), { kind: 'forbidden', details: { needs: 'second-factor' } });
  const { token } = await show((await enter(house.context, email)).token, { code: codeOf(secret) });
  const actor = await actorBy(house.context, token);
  await removeTotp(house.context, actor);
  assert.deepEqual(await listFactors(house.context, actor), { totp: false, passkeys: 0, recoveryCodes: 0 });
  await assert.rejects(renewRecoveryCodes(house.context, actor), { kind: 'conflict' });
  await assert.rejects(removeTotp(house.context, actor), { kind: 'not-found' });
});

test('an operator’s reset opens the way for a person who lost everything, ends sessions and tells them', async () => {
  const { id, email, token } = await withTotp();
  await resetSecondFactor(house.context, operator, id);
  assert.equal(await findActorBySessionToken(house.context, token), undefined);
  assert.equal((await enter(house.context, email)).needs, 'nothing');
  assert.deepEqual(
    [house.letters.at(-1)?.to, house.letters.at(-1)?.subject.id],
    [email, 'Your second factor was removed'],
  );
});

test('a passkey is a second factor after the password', async () => {
  const { email, key } = await withPasskey();
  const { token, methods } = await enter(house.context, email);
  assert.deepEqual(methods, ['passkey', 'recovery-code']);
  const options = await startPasskeySecondFactor(house.context, token);
  assert.deepEqual(
    options.allowCredentials?.map(({ id }) => id),
    [key.id],
  );
  const answer = key.get(options);
  const full = await show(token, { passkey: answer });
  assert.equal((await actorBy(house.context, full.token)).assurance?.secondFactor, true);
  const again = await enter(house.context, email);
  await assert.rejects(show(again.token, { passkey: answer }), wrong);
});

test('a passkey’s answer is refused from another site, without its user, for another’s session, or to another challenge', async () => {
  const [{ email, key }, stranger] = [await withPasskey(), await withPasskey()];
  const { token } = await enter(house.context, email);
  const ask = () => startPasskeySecondFactor(house.context, token);
  const own = await ask();
  await assert.rejects(show(token, { passkey: key.get(own, { from: 'https://evil.example' }) }), wrong);
  await assert.rejects(show(token, { passkey: key.get(await ask(), { verified: false }) }), wrong);
  await assert.rejects(show(token, { passkey: stranger.key.get(await ask()) }), wrong);
  await assert.rejects(show(token, { passkey: key.get({ ...own, challenge: 'AAAA' }) }), wrong);
  const late = await ask();
  house.forward(limits.challenge + 1);
  await assert.rejects(show(token, { passkey: key.get(late) }), wrong);
});

test('a passkey alone signs in with both factors, and its challenge is good once', async () => {
  const { id, key } = await withPasskey();
  const place = { address: '192.0.2.3' };
  const options = await startPasskeySignIn(house.context, place);
  const response = key.get(options);
  const { token, needs } = await finishPasskeySignIn(house.context, { response, userAgent: 'test', ...place });
  const actor = await actorBy(house.context, token);
  assert.deepEqual([needs, actor.id, actor.assurance?.secondFactor], ['nothing', id, true]);
  await assert.rejects(finishPasskeySignIn(house.context, { response, userAgent: 'test', ...place }), {
    kind: 'not-signed-in',
  });
  const unknown = anAuthenticator(house.context.origin).get(await startPasskeySignIn(house.context, place));
  await assert.rejects(finishPasskeySignIn(house.context, { response: unknown, userAgent: 'test', ...place }), {
    kind: 'not-signed-in',
  });
});

test('passkeys are listed and removed; a registration is good once, in time and for its account', async () => {
  const { actor, key } = await withPasskey();
  const [listed] = await listPasskeys(house.context, actor);
  assert.deepEqual([listed?.id, listed?.name, listed?.lastUsedAt], [key.id, 'laptop', null]);
  const options = await startPasskeyRegistration(house.context, actor);
  assert.deepEqual(
    options.excludeCredentials?.map(({ id }) => id),
    [key.id],
  );
  const other = anAuthenticator(house.context.origin);
  const stranger = await withPasskey();
  const register = (who: AccountActor, response: ReturnType<typeof key.create>) =>
    finishPasskeyRegistration(house.context, who, { response, name: 'phone' });
  await assert.rejects(register(stranger.actor, other.create(options)), { kind: 'invalid' });
  await assert.rejects(register(actor, other.create(options, 'https://evil.example')), { kind: 'invalid' });
  const fresh = await startPasskeyRegistration(house.context, actor);
  await register(actor, other.create(fresh));
  await assert.rejects(register(actor, anAuthenticator(house.context.origin).create(fresh)), { kind: 'invalid' });
  await assert.rejects(removePasskey(house.context, sure(stranger.actor), key.id), { kind: 'not-found' });
  const strong = sure(actor);
  await removePasskey(house.context, strong, key.id);
  await removePasskey(house.context, strong, other.id);
  assert.deepEqual(await listFactors(house.context, actor), { totp: false, passkeys: 0, recoveryCodes: 0 });
});

test('what is sealed opens with its secret and purpose only, and not when a bit of it changed', () => {
  const sealed = seal('secret', 'purpose', 'text');
  assert.equal(unseal('secret', 'purpose', sealed), 'text');
  assert.equal(unseal('other', 'purpose', sealed), undefined);
  assert.equal(unseal('secret', 'other', sealed), undefined);
  const bytes = Buffer.from(sealed, 'base64url');
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    assert.equal(unseal('secret', 'purpose', changed.toString('base64url')), undefined);
  }
  assert.equal(unseal('secret', 'purpose', ''), undefined);
});
