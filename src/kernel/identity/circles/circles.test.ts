import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { mayRead, operator } from '#kernel/policy/index.ts';
import { admit, createApiToken, dismiss, eraseAccount, findActorByApiToken, listMembers } from '../index.ts';
import type { Member } from '../index.ts';
import { actorBy, anAccount, anIdentity, enter } from '../testing/an-identity.ts';

let house: Awaited<ReturnType<typeof anIdentity>>;
before(async () => {
  house = await anIdentity();
});
after(() => house.close());

const now = new Date('2026-02-01T00:00:00Z');
/** As an engine would: in a transaction of its own, which sees nothing of identity. */
const inEngine = <T>(work: (transaction: Parameters<typeof admit>[0]) => Promise<T>): Promise<T> =>
  house.database.as(operator, work);
const letIn = (circle: 'case:1' | 'case:2' | 'network:east', member: Member, role = 'member') =>
  inEngine((transaction) => admit(transaction, operator, { circle, member, role }, now));

test('who is admitted to a case reads it from the next request on, and who is dismissed no longer', async () => {
  const { id, email } = await anAccount(house);
  const { token } = await enter(house.context, email);
  const may = async () => mayRead(await actorBy(house.context, token), 'case:1');
  assert.equal(await may(), false, 'the office has no key to cases');
  await letIn('case:1', { account: id }, 'reviewer');
  assert.equal(await may(), true);
  assert.deepEqual((await actorBy(house.context, token)).circles, [{ audience: 'case:1', role: 'reviewer' }]);
  assert.equal(mayRead(await actorBy(house.context, token), 'case:2'), false);
  await inEngine((transaction) => dismiss(transaction, operator, { circle: 'case:1', member: { account: id } }));
  assert.equal(await may(), false);
});

test('an organization is admitted with all its people, those that come later too, and by API token as well', async () => {
  const first = await anAccount(house);
  await letIn('network:east', { organization: first.organization.id });
  const later = await anAccount(house, { organization: first.organization });
  for (const { email } of [first, later]) {
    const actor = await actorBy(house.context, (await enter(house.context, email)).token);
    assert.equal(mayRead(actor, 'network:east'), true);
  }
  const scopes = ['identity.session.read'];
  const made = await createApiToken(house.context, operator, { account: later.id, name: 'x', scopes });
  const actor = await findActorByApiToken(house.context, made.token);
  assert.equal(actor !== undefined && mayRead(actor, 'network:east'), true);
});

test('one’s own admission says the role, not the organization’s; a second one changes it', async () => {
  const { id, email, organization } = await anAccount(house);
  await letIn('case:2', { organization: organization.id }, 'observer');
  await letIn('case:2', { account: id }, 'member');
  await letIn('case:2', { account: id }, 'lead');
  const actor = await actorBy(house.context, (await enter(house.context, email)).token);
  assert.deepEqual(actor.circles, [{ audience: 'case:2', role: 'lead' }]);
  const members = await inEngine((transaction) => listMembers(transaction, 'case:2'));
  assert.deepEqual(members.map(({ role }) => role).sort(), ['lead', 'observer']);
});

test('each admission and dismissal is in the log once, in the transaction that made it', async () => {
  const { id } = await anAccount(house);
  const member = { account: id };
  const failing = inEngine(async (transaction) => {
    await admit(transaction, operator, { circle: 'case:9', member, role: 'member' }, now);
    throw new Error('the engine changed its mind');
  });
  await assert.rejects(failing, /changed its mind/);
  assert.deepEqual(await inEngine((transaction) => listMembers(transaction, 'case:9')), []);
  await inEngine(async (transaction) => {
    await admit(transaction, operator, { circle: 'case:9', member, role: 'member' }, now);
    await admit(transaction, operator, { circle: 'case:9', member, role: 'member' }, now);
    await dismiss(transaction, operator, { circle: 'case:9', member });
    await dismiss(transaction, operator, { circle: 'case:9', member });
  });
  const { rows } = await sql<{ action: string }>`
    select action from audit_entry where subject_kind = 'case' and subject_id = '9'`.execute(house.database.owner);
  assert.deepEqual(
    rows.map(({ action }) => action),
    ['identity.circles.admit', 'identity.circles.dismiss'],
  );
});

test('the engine’s transaction sees identity’s tables no more than before, and erased people are in no circle', async () => {
  const { id } = await anAccount(house);
  const seen = await inEngine(async (transaction) => {
    await admit(transaction, operator, { circle: 'case:3', member: { account: id }, role: 'member' }, now);
    return sql`select id from identity_member`.execute(transaction);
  });
  assert.equal(seen.rows.length, 0);
  const afterRefusal = await inEngine(async (transaction) => {
    const unknown = { circle: 'case:3', member: { account: 'nobody' }, role: 'member' } as const;
    await assert.rejects(admit(transaction, operator, unknown, now), { kind: 'not-found' });
    return sql`select id from identity_account`.execute(transaction);
  });
  assert.equal(afterRefusal.rows.length, 0, 'a refusal that the engine survives leaves nothing open');
  await eraseAccount(house.context, operator, id);
  assert.deepEqual(await inEngine((transaction) => listMembers(transaction, 'case:3')), []);
  await assert.rejects(
    inEngine((transaction) =>
      admit(transaction, operator, { circle: 'case:3', member: { account: id }, role: 'member' }, now),
    ),
    { kind: 'invalid' },
  );
  for (const member of [{ account: 'nobody' }, { organization: 'nothing' }])
    await assert.rejects(
      inEngine((transaction) => admit(transaction, operator, { circle: 'case:3', member, role: 'member' }, now)),
      { kind: 'not-found' },
    );
});
