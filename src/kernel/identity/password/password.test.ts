import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { operator } from '#kernel/policy/index.ts';
import { anActor } from '#kernel/policy/testing/index.ts';
import {
  acceptInvitation,
  changePassword,
  findActorBySessionToken,
  resetPassword,
  resetPasswordFor,
  startPasswordReset,
} from '../index.ts';
import { limits } from '../limits.ts';
import { actorBy, anAccount, anIdentity, enter, goodPassword, tokenFrom } from '../testing/an-identity.ts';
import { faultOfPassword } from './check-password.ts';
import { hashPassword, isPassword } from './hash-password.ts';

let house: Awaited<ReturnType<typeof anIdentity>>;
before(async () => {
  house = await anIdentity();
});
after(() => house.close());

const another = 'seven birds cross rivers';

test('a password is stored as argon2id of 19 MiB, two passes, one lane, salted', async () => {
  const [one, two] = [await hashPassword(goodPassword), await hashPassword(goodPassword)];
  assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  assert.notEqual(one, two);
  assert.equal(await isPassword(goodPassword, one), true);
  assert.equal(await isPassword(`${goodPassword} `, one), false);
  for (const nothing of [null, undefined]) assert.equal(await isPassword(goodPassword, nothing), false);
});

test('the same letters typed in another composition are the same password', async () => {
  assert.equal(await isPassword('cafe\u0301 au lait noir', await hashPassword('caf\u00e9 au lait noir')), true);
});

test('passwords that others would try first are refused, with the reason', () => {
  const refused = [
    'short',
    'elevenchars',
    'a'.repeat(257),
    'password1234',
    'PASSWORD!!!!!',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    '123456789012',
    '210987654321',
    'qwertyuiop12',
    'Administrator1',
    'unitednations2024',
    'amina.okoth@example.org',
    'amina.okoth2024!',
  ];
  for (const password of refused) assert.ok(faultOfPassword(password, 'amina.okoth@example.org'), password);
  for (const password of [
    goodPassword,
    another,
    'пять тихих озёр',
    '长长的安静的河流边有一盏灯啊',
    'Tr4m-7xLq!pZ',
    'x'.repeat(8) + 'yzab kite',
  ]) {
    assert.equal(faultOfPassword(password, 'amina.okoth@example.org'), undefined, password);
  }
});

test('changing asks for the present password and ends all other sessions', async () => {
  const { email } = await anAccount(house);
  const [one, two] = [await enter(house.context, email), await enter(house.context, email)];
  const actor = await actorBy(house.context, one.token);
  await assert.rejects(changePassword(house.context, actor, { current: 'wrong one', next: another }), {
    details: { field: 'current' },
  });
  await assert.rejects(changePassword(house.context, actor, { current: goodPassword, next: 'short' }), {
    details: { field: 'password' },
  });
  await changePassword(house.context, actor, { current: goodPassword, next: another });
  assert.ok(await findActorBySessionToken(house.context, one.token));
  assert.equal(await findActorBySessionToken(house.context, two.token), undefined);
  await assert.rejects(enter(house.context, email), { kind: 'not-signed-in' });
  await enter(house.context, email, { password: another });
});

test('guessing the present password from an open session is slowed like a sign-in', async () => {
  const { email } = await anAccount(house);
  const actor = await actorBy(house.context, (await enter(house.context, email)).token);
  const guess = () => changePassword(house.context, actor, { current: 'a wrong guess', next: another });
  for (let n = 0; n < 6; n += 1) await assert.rejects(guess, { kind: 'invalid' });
  await assert.rejects(guess, { kind: 'too-many-requests' });
});

test('a forgotten password is set anew by a link that works once and for an hour; sessions end', async () => {
  const { email } = await anAccount(house);
  const session = await enter(house.context, email);
  const { delivery } = await startPasswordReset(house.context, { email: email.toUpperCase(), address: '192.0.2.1' });
  await delivery;
  const token = tokenFrom(house.letters, email);
  await assert.rejects(resetPassword(house.context, { token, password: email }), { details: { field: 'password' } });
  await resetPassword(house.context, { token, password: another });
  assert.equal(await findActorBySessionToken(house.context, session.token), undefined);
  await enter(house.context, email, { password: another });
  await assert.rejects(resetPassword(house.context, { token, password: goodPassword }), {
    details: { field: 'token' },
  });
  await (
    await startPasswordReset(house.context, { email, address: '192.0.2.1' })
  ).delivery;
  house.forward(limits.passwordReset + 1);
  const late = tokenFrom(house.letters, email);
  await assert.rejects(resetPassword(house.context, { token: late, password: goodPassword }), {
    details: { field: 'token' },
  });
});

test('asking for an unknown address says and sends nothing, and is slowed in the same way', async () => {
  const before = house.letters.length;
  const ask = () => startPasswordReset(house.context, { email: 'nobody@example.org', address: '192.0.2.77' });
  for (let n = 0; n < 4; n += 1) await (await ask()).delivery;
  assert.equal(house.letters.length, before);
  await assert.rejects(ask, { kind: 'too-many-requests' });
});

test('a link for an invitation does not set a password, nor the other way round', async () => {
  const { email, id } = await anAccount(house);
  await resetPasswordFor(house.context, operator, id);
  const token = tokenFrom(house.letters, email);
  await assert.rejects(acceptInvitation(house.context, { token, password: another }), { details: { field: 'token' } });
});

test('the operator gets the link; where letters leave the machine an administrator does not', async () => {
  const { id } = await anAccount(house);
  assert.match((await resetPasswordFor(house.context, operator, id))?.url ?? '', /password-reset#/);
  assert.equal(await resetPasswordFor(house.context, anActor('administrator'), id), undefined);
  const firstStart = { ...house.context, mail: { ...house.context.mail, leavesTheMachine: false } };
  assert.match((await resetPasswordFor(firstStart, anActor('administrator'), id))?.url ?? '', /password-reset#/);
});
