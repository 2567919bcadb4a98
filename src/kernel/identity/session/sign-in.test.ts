import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { operator } from '#kernel/policy/index.ts';
import {
  deactivateAccount,
  endOtherSessions,
  endSession,
  findActorBySessionToken,
  listSessions,
  signOut,
} from '../index.ts';
import { limits } from '../limits.ts';
import { actorBy, anAccount, anIdentity, enter, goodPassword } from '../testing/an-identity.ts';

let house: Awaited<ReturnType<typeof anIdentity>>;
before(async () => {
  house = await anIdentity();
});
after(() => house.close());

const wrong = { password: 'not the right one at all' };

test('the right password begins a session; address and case do not matter, the token is not stored', async () => {
  const { email, id } = await anAccount(house);
  const { token, needs } = await enter(house.context, ` ${email.toUpperCase()} `);
  assert.equal(needs, 'nothing');
  assert.equal(token.length, 43);
  const actor = await actorBy(house.context, token);
  assert.deepEqual([actor.id, actor.email, actor.assurance], [id, email, { secondFactor: false, recent: true }]);
  const { rows } = await sql<{ all: string }>`select json_agg(s)::text as all from identity_session s`.execute(
    house.database.owner,
  );
  assert.ok(!rows[0]?.all.includes(token));
});

test('a wrong password, an unknown address, an account without password and a closed one are answered alike', async () => {
  const { email } = await anAccount(house);
  const closed = await anAccount(house);
  await deactivateAccount(house.context, operator, closed.id);
  const tries = [
    { address: email, ...wrong },
    { address: 'nobody@example.org' },
    { address: closed.email },
    { address: 'no address at all' },
  ];
  const answers = await Promise.all(
    tries.map(({ address, ...given }) =>
      enter(house.context, address, given).then(
        () => 'in',
        ({ kind, message, details }) => ({ kind, message, details }),
      ),
    ),
  );
  assert.equal(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1);
  assert.match(JSON.stringify(answers[0]), /not-signed-in/);
});

test('an unknown address costs as much time as a known one', async () => {
  const { email } = await anAccount(house);
  const timeOf = async (address: string): Promise<number> => {
    const from = performance.now();
    await enter(house.context, address, wrong).catch(() => undefined);
    return performance.now() - from;
  };
  const median = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  const [known, unknown]: [number[], number[]] = [[], []];
  for (let n = 0; n < 5; n += 1) {
    known.push(await timeOf(email));
    unknown.push(await timeOf(`nobody-${n}@example.org`));
  }
  // The hash is most of the time; without it, the unknown address would answer several times faster.
  assert.ok(median(unknown) > median(known) / 2, `${median(unknown)} ms against ${median(known)} ms`);
});

test('guessing is slowed, more with each guess, also for the right password, and told when to come back', async () => {
  const { email } = await anAccount(house);
  for (let n = 0; n < 6; n += 1) await assert.rejects(enter(house.context, email, wrong), { kind: 'not-signed-in' });
  await assert.rejects(enter(house.context, email), { kind: 'too-many-requests', details: { retryAfter: 2 } });
  house.forward(2000);
  await assert.rejects(enter(house.context, email, wrong), { kind: 'not-signed-in' });
  await assert.rejects(enter(house.context, email, wrong), { kind: 'too-many-requests', details: { retryAfter: 4 } });
  house.forward(4000);
  await enter(house.context, email);
  await assert.rejects(enter(house.context, email, wrong), { kind: 'not-signed-in' });
});

test('an address that nobody has is slowed in the same way', async () => {
  for (let n = 0; n < 6; n += 1)
    await assert.rejects(enter(house.context, 'ghost@example.org', wrong), { kind: 'not-signed-in' });
  await assert.rejects(enter(house.context, 'ghost@example.org', wrong), { kind: 'too-many-requests' });
});

test('a hundred guesses at once are no way round', async () => {
  const { email } = await anAccount(house);
  const answers = await Promise.all(
    Array.from({ length: 60 }, () =>
      enter(house.context, email, wrong).then(
        () => 'in',
        ({ kind }) => String(kind),
      ),
    ),
  );
  assert.equal(answers.filter((answer) => answer === 'not-signed-in').length, 6);
});

test('one place that tries many accounts is slowed too, and the wait has an end', async () => {
  const address = '2001:db8:1:2::';
  const tried: string[] = [];
  for (let n = 0; n < 40; n += 1) {
    const guess = enter(house.context, `many-${n}@example.org`, { ...wrong, address: `${address}${n.toString(16)}` });
    tried.push(
      await guess.then(
        () => 'in',
        ({ kind }) => String(kind),
      ),
    );
  }
  assert.equal(tried.filter((answer) => answer === 'not-signed-in').length, 31);
  for (let n = 0; n < 12; n += 1) {
    house.forward(901_000);
    await assert.rejects(enter(house.context, `more-${n}@example.org`, { ...wrong, address }), {
      kind: 'not-signed-in',
    });
  }
  const { rows } = await sql<{
    longest: number;
  }>`select max(extract(epoch from blocked_until - last_at))::int as longest from identity_attempt`.execute(
    house.database.owner,
  );
  assert.equal(rows[0]?.longest, 900);
});

test('a session ends when it is idle, and at its end however busy', async () => {
  const { email } = await anAccount(house);
  const idle = await enter(house.context, email);
  house.forward(limits.idle + 1000);
  assert.equal(await findActorBySessionToken(house.context, idle.token), undefined);
  const busy = await enter(house.context, email);
  for (let passed = 0; passed < limits.absolute - limits.idle; passed += limits.idle / 2) {
    assert.ok(await findActorBySessionToken(house.context, busy.token));
    house.forward(limits.idle / 2);
  }
  house.forward(limits.idle);
  assert.equal(await findActorBySessionToken(house.context, busy.token), undefined);
});

test('a sign-in counts as recent for a quarter of an hour', async () => {
  const { email } = await anAccount(house);
  const { token } = await enter(house.context, email);
  house.forward(limits.recent + 1000);
  assert.equal((await actorBy(house.context, token)).assurance?.recent, false);
});

test('signing in ends the session that the browser held', async () => {
  const { email } = await anAccount(house);
  const first = await enter(house.context, email);
  const second = await enter(house.context, email, { replaces: first.token });
  assert.notEqual(second.token, first.token);
  assert.equal(await findActorBySessionToken(house.context, first.token), undefined);
  await signOut(house.context, second.token);
  assert.equal(await findActorBySessionToken(house.context, second.token), undefined);
});

test('sessions are listed and ended, one or all others; another’s cannot be', async () => {
  const [{ email }, stranger] = [await anAccount(house), await anAccount(house)];
  const tokens = [
    await enter(house.context, email),
    await enter(house.context, email),
    await enter(house.context, email),
  ];
  const actor = await actorBy(house.context, tokens[0]?.token ?? '');
  const sessions = await listSessions(house.context, actor);
  assert.deepEqual(
    [sessions.length, sessions.filter(({ current }) => current).map(({ id }) => id)],
    [3, [actor.session]],
  );
  assert.equal(sessions[0]?.userAgent, 'test');
  const other = sessions.find(({ current }) => !current)?.id ?? '';
  const strange = await actorBy(house.context, (await enter(house.context, stranger.email)).token);
  await assert.rejects(endSession(house.context, strange, other), { kind: 'not-found' });
  await endSession(house.context, actor, other);
  assert.equal((await listSessions(house.context, actor)).length, 2);
  assert.equal(await endOtherSessions(house.context, actor), 1);
  assert.equal((await listSessions(house.context, actor)).length, 1);
  assert.equal((await listSessions(house.context, strange)).length, 1);
});

test('neither tokens nor passwords nor addresses are in the log', async () => {
  const { email } = await anAccount(house);
  const { token } = await enter(house.context, email);
  const { rows } = await sql<{ all: string }>`select json_agg(e)::text as all from audit_entry e`.execute(
    house.database.owner,
  );
  for (const secret of [email, '@', token, goodPassword]) assert.ok(!rows[0]?.all.includes(secret), secret);
});

test('a transaction outside identity sees none of its rows', async () => {
  const { email } = await anAccount(house);
  await enter(house.context, email);
  for (const table of ['account', 'session', 'attempt', 'organization', 'link']) {
    const seen = await house.database.as(operator, (transaction) =>
      sql`select * from ${sql.table(`identity_${table}`)}`.execute(transaction),
    );
    assert.equal(seen.rows.length, 0, table);
  }
});
