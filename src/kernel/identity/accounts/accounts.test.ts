import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { readAudit } from '#kernel/audit/index.ts';
import type { AccountActor } from '#kernel/policy/index.ts';
import { operator } from '#kernel/policy/index.ts';
import { anActor } from '#kernel/policy/testing/index.ts';
import {
  acceptInvitation,
  actAs,
  createApiToken,
  createOrganization,
  deactivateAccount,
  describeAccounts,
  endApiToken,
  eraseAccount,
  findActorByApiToken,
  findActorBySessionToken,
  inviteAccount,
  listAccounts,
  listApiTokens,
  listOrganizations,
  removeDemonstrationAccounts,
  renewInvitation,
  resetPasswordFor,
  resetSecondFactor,
  seedDemonstrationAccounts,
  sweepIdentity,
} from '../index.ts';
import { limits } from '../limits.ts';
import { actorBy, anAccount, anIdentity, enter, goodPassword, sure, tokenFrom } from '../testing/an-identity.ts';

let house: Awaited<ReturnType<typeof anIdentity>>;
before(async () => {
  house = await anIdentity();
});
after(() => house.close());

const office = () =>
  createOrganization(house.context, operator, { name: `Office ${Math.random()}`, kind: 'secretariat' });
const kenya = () =>
  createOrganization(house.context, operator, { name: `Authority ${Math.random()}`, kind: 'state', state: 'KEN' });
const invitation = (organization: string, email: string) =>
  ({ organization, email, name: 'Amina', role: 'administrator', language: 'fr' }) as const;

test('an invitation leads once, in time, to an account with a password', async () => {
  const { id } = await office();
  const { account, link } = await inviteAccount(house.context, operator, invitation(id, 'Amina@Example.org'));
  assert.match(link?.url ?? '', /^https:\/\/mandata\.example\/fr\/invitation#[\w-]{43}$/);
  const letter = house.letters.at(-1);
  assert.deepEqual([letter?.to, letter?.language, letter?.link], ['amina@example.org', 'fr', link?.url]);
  const token = tokenFrom(house.letters, 'amina@example.org');
  await assert.rejects(enter(house.context, 'amina@example.org'), { kind: 'not-signed-in' });
  await assert.rejects(acceptInvitation(house.context, { token, password: 'short' }), {
    kind: 'invalid',
    details: { field: 'password' },
  });
  await acceptInvitation(house.context, { token, password: goodPassword });
  await assert.rejects(acceptInvitation(house.context, { token, password: goodPassword }), {
    kind: 'invalid',
    details: { field: 'token' },
  });
  assert.equal((await actorBy(house.context, (await enter(house.context, 'amina@example.org')).token)).id, account);
});

test('an invitation expires; a renewed one makes the earlier stop', async () => {
  const { id } = await office();
  const { account } = await inviteAccount(house.context, operator, invitation(id, 'late@example.org'));
  const first = tokenFrom(house.letters, 'late@example.org');
  await renewInvitation(house.context, operator, account);
  const second = tokenFrom(house.letters, 'late@example.org');
  await assert.rejects(acceptInvitation(house.context, { token: first, password: goodPassword }), {
    details: { field: 'token' },
  });
  house.forward(limits.invitation + 1);
  await assert.rejects(acceptInvitation(house.context, { token: second, password: goodPassword }), {
    details: { field: 'token' },
  });
});

test('two acceptances at once: one of them', async () => {
  const { id } = await office();
  await inviteAccount(house.context, operator, invitation(id, 'twice@example.org'));
  const token = tokenFrom(house.letters, 'twice@example.org');
  const answers = await Promise.allSettled(
    [1, 2, 3].map((n) => acceptInvitation(house.context, { token, password: `${goodPassword} ${n}` })),
  );
  assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 1);
});

test('an address has one account, and a role fits its organization', async () => {
  const { id } = await kenya();
  await inviteAccount(house.context, operator, invitation(id, 'one@example.org'));
  await assert.rejects(inviteAccount(house.context, operator, invitation(id, 'ONE@example.org')), { kind: 'conflict' });
  const statistician = { ...invitation(id, 'two@example.org'), role: 'statistician' } as const;
  await assert.rejects(inviteAccount(house.context, operator, statistician), {
    kind: 'invalid',
    details: { field: 'role' },
  });
  await assert.rejects(inviteAccount(house.context, operator, invitation(id, 'a@b, c@d')), {
    kind: 'invalid',
    details: { field: 'email' },
  });
  await assert.rejects(inviteAccount(house.context, operator, invitation('nowhere', 'x@example.org')), {
    kind: 'not-found',
  });
});

test('a State’s administrator invites and sees their own organization only; without a second factor, nobody', async () => {
  const organization = await kenya();
  const person = await anAccount(house, { role: 'administrator', organization });
  const actor = await actorBy(house.context, (await enter(house.context, person.email)).token);
  const elsewhere = await anAccount(house);
  await assert.rejects(listAccounts(house.context, actor), { kind: 'forbidden', details: { needs: 'second-factor' } });
  const administrator = sure(actor);
  const invited = await inviteAccount(
    house.context,
    administrator,
    invitation(organization.id, 'colleague@example.org'),
  );
  assert.equal(invited.link, undefined, 'letters leave the machine, so the link is the invited person’s alone');
  const emails = (await listAccounts(house.context, administrator)).map(({ email }) => email);
  assert.deepEqual(emails, ['colleague@example.org', person.email].sort());
  for (const act of [
    () => inviteAccount(house.context, administrator, invitation(elsewhere.organization.id, 'spy@example.org')),
    () => deactivateAccount(house.context, administrator, elsewhere.id),
    () => eraseAccount(house.context, administrator, elsewhere.id),
    () => resetSecondFactor(house.context, administrator, elsewhere.id),
    () => deactivateAccount(house.context, administrator, 'nobody'),
    () => listOrganizations(house.context, administrator),
    () => actAs(house.context, administrator, elsewhere.email),
  ]) {
    await assert.rejects(act, { kind: 'not-found' });
  }
});

test('listing accounts is noted in the log', async () => {
  const administrator = anActor('administrator', { id: 'a-lister' });
  await listAccounts(house.context, administrator);
  const noted = await readAudit(house.database, operator, { account: 'a-lister' });
  assert.deepEqual(
    noted.map(({ action }) => action),
    ['identity.accounts.list'],
  );
});

test('deactivating ends sessions and tokens at once', async () => {
  const { id, email } = await anAccount(house);
  const { token } = await enter(house.context, email);
  const actor = await actorBy(house.context, token);
  const api = await createApiToken(house.context, actor, {
    account: id,
    name: 'script',
    scopes: ['identity.session.read'],
  });
  assert.ok(await findActorByApiToken(house.context, api.token));
  await deactivateAccount(house.context, operator, id);
  assert.equal(await findActorBySessionToken(house.context, token), undefined);
  assert.equal(await findActorByApiToken(house.context, api.token), undefined);
  await assert.rejects(enter(house.context, email), { kind: 'not-signed-in' });
});

test('erasing a person leaves the account’s id, role and organization, and nothing that names them', async () => {
  const { id, email } = await anAccount(house, { email: 'vanishing@example.org' });
  await enter(house.context, email);
  const before = await describeAccounts(house.context, operator, [id]);
  assert.match(before.get(id)?.name ?? '', /^Person/);
  const name = before.get(id)?.name ?? 'none';
  await eraseAccount(house.context, operator, id);
  const { rows } = await sql<{
    name: string;
  }>`select table_name as name from information_schema.tables where table_schema = 'public'`.execute(
    house.database.owner,
  );
  for (const table of rows) {
    const all = await sql<{
      text: string | null;
    }>`select json_agg(t)::text as text from ${sql.table(table.name)} t`.execute(house.database.owner);
    assert.ok(!all.rows[0]?.text?.includes('vanishing'), table.name);
    assert.ok(!all.rows[0]?.text?.includes(`"${name}"`), table.name);
  }
  const described = await describeAccounts(house.context, operator, [id]);
  assert.deepEqual([described.get(id)?.role, described.get(id)?.name], ['statistician', undefined]);
  assert.ok((await readAudit(house.database, operator, { account: id })).length > 0, 'what they did stays in the log');
  await assert.rejects(enter(house.context, email), { kind: 'not-signed-in' });
  await anAccount(house, { email: 'vanishing@example.org' });
});

test('who accepted: the name for the office, role and organization for the others', async () => {
  const { id } = await anAccount(house);
  const outside = await describeAccounts(house.context, { kind: 'anonymous' }, [id, 'nobody']);
  assert.equal(outside.size, 1);
  assert.deepEqual([outside.get(id)?.name, outside.get(id)?.role], [undefined, 'statistician']);
  const office = await describeAccounts(house.context, anActor('report-writer'), [id]);
  assert.match(office.get(id)?.name ?? '', /^Person/);
});

test('API tokens: narrowed to scopes, never recent, listed without their secret, ended, expired', async () => {
  const { id, email } = await anAccount(house);
  const actor = await actorBy(house.context, (await enter(house.context, email)).token);
  const ask = (given: object) =>
    createApiToken(house.context, actor, { account: id, name: 'script', scopes: ['identity.own.*'], ...given });
  await assert.rejects(ask({ scopes: [] }), { details: { field: 'scopes' } });
  await assert.rejects(ask({ scopes: ['statistics.conquer'] }), { details: { field: 'scopes' } });
  await assert.rejects(ask({ expiresAt: new Date('2030-01-01') }), { details: { field: 'expiresAt' } });
  await assert.rejects(ask({ account: 'another' }), { kind: 'forbidden' });
  const made = await ask({});
  assert.match(made.token, /^mdt_[\w-]{43}$/);
  const byToken = (await findActorByApiToken(house.context, made.token)) as AccountActor;
  assert.deepEqual(
    [byToken.id, byToken.scopes, byToken.assurance, byToken.session],
    [id, ['identity.own.*'], { secondFactor: false, recent: false }, undefined],
  );
  await assert.rejects(
    createApiToken(house.context, byToken, { account: id, name: 'child', scopes: ['identity.own.*'] }),
    { details: { needs: 'recent-sign-in' } },
  );
  const [listed] = await listApiTokens(house.context, actor);
  assert.deepEqual([listed?.name, listed?.lastUsedAt], ['script', house.context.clock()]);
  assert.ok(!JSON.stringify(listed).includes(made.token));
  await endApiToken(house.context, actor, made.id);
  assert.equal(await findActorByApiToken(house.context, made.token), undefined);
  const brief = await ask({ expiresAt: new Date(house.context.clock().getTime() + 1000) });
  house.forward(1001);
  assert.equal(await findActorByApiToken(house.context, brief.token), undefined);
  assert.equal(await findActorByApiToken(house.context, 'mdt_guess'), undefined);
});

test('the operator makes tokens for any account and acts as one, which the log says', async () => {
  const { id, email } = await anAccount(house);
  const { token } = await createApiToken(house.context, operator, {
    account: id,
    name: 'cli',
    scopes: ['identity.session.read'],
  });
  assert.equal((await findActorByApiToken(house.context, token))?.id, id);
  assert.equal((await actAs(house.context, operator, email)).id, id);
  const [entry] = await readAudit(house.database, operator, { action: 'identity.accounts.act-as' });
  assert.deepEqual([entry?.actor_kind, entry?.subject_id], ['operator', id]);
  await assert.rejects(actAs(house.context, operator, 'nobody@example.org'), { kind: 'not-found' });
});

test('demonstration accounts: one for each kind of user, their passwords shown and good in a demonstration folder only', async () => {
  const demo = { ...house.context, demonstration: true };
  await seedDemonstrationAccounts(demo);
  await seedDemonstrationAccounts(demo);
  const accounts = (await listAccounts(demo, operator)).filter(({ demonstration }) => demonstration);
  assert.equal(new Set(accounts.map(({ role }) => role)).size, 10);
  assert.deepEqual(
    new Set(accounts.map(({ organization }) => organization.kind)),
    new Set(['state', 'secretariat', 'network', 'partner']),
  );
  for (const { email = '', password } of accounts) {
    const { token } = await enter(demo, email, { password: password ?? '' });
    assert.equal((await actorBy(demo, token)).assurance?.secondFactor, true);
    assert.equal(await findActorBySessionToken(house.context, token), undefined);
    await assert.rejects(enter(house.context, email, { password: password ?? '' }), { kind: 'not-signed-in' });
  }
  const hidden = await listAccounts(house.context, operator);
  assert.ok(hidden.every(({ password }) => password === undefined));
  await removeDemonstrationAccounts(demo);
  assert.ok((await listAccounts(demo, operator)).every(({ demonstration }) => !demonstration));
  assert.ok((await listOrganizations(demo, operator)).every(({ name }) => !name.startsWith('Demonstration')));
});

test('sweeping deletes what has expired and leaves what has not', async () => {
  const { email } = await anAccount(house);
  const old = await enter(house.context, email);
  house.forward(limits.absolute + 1);
  const { token } = await enter(house.context, email);
  await sweepIdentity(house.context);
  assert.ok(await findActorBySessionToken(house.context, token));
  assert.equal(await findActorBySessionToken(house.context, old.token), undefined);
  const { rows } = await sql<{
    left: number;
  }>`select count(*) as left from identity_session where expires_at <= ${house.context.clock()}`.execute(
    house.database.owner,
  );
  assert.equal(rows[0]?.left, 0);
});

test('an administrator is told why an account is not open for what they ask, an outsider learns nothing', async () => {
  const invited = await inviteAccount(house.context, operator, {
    email: 'not-yet@example.org',
    name: 'Not Yet',
    role: 'analyst',
    organization: (await anAccount(house)).organization.id,
    language: 'en',
  });
  const closed = await anAccount(house);
  await deactivateAccount(house.context, operator, closed.id);
  const gone = await anAccount(house);
  await eraseAccount(house.context, operator, gone.id);
  const token = (account: string) =>
    createApiToken(house.context, operator, { account, name: 'x', scopes: ['identity.session.read'] });
  const expected: [() => Promise<unknown>, RegExp][] = [
    [() => token(invited.account), /^not-yet@example\.org has not accepted/],
    [() => token(closed.id), /is closed/],
    [() => token(gone.id), /was erased/],
    [() => resetPasswordFor(house.context, operator, invited.account), /has not accepted/],
    [() => renewInvitation(house.context, operator, closed.id), /is closed/],
    [
      async () => renewInvitation(house.context, operator, (await anAccount(house)).id),
      /has accepted the invitation already/,
    ],
    [() => eraseAccount(house.context, operator, gone.id), /was erased/],
  ];
  for (const [ask, message] of expected) await assert.rejects(ask, { kind: 'conflict', message });
  const outsider = await anAccount(house, { role: 'analyst' });
  const actor = sure(await actorBy(house.context, (await enter(house.context, outsider.email)).token));
  await assert.rejects(renewInvitation(house.context, actor, closed.id), { kind: 'not-found' });
});
