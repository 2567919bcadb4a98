import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Database } from '#kernel/database/index.ts';
import { aDatabase } from '#kernel/database/testing.ts';
import { anonymous, operator } from '#kernel/policy/index.ts';
import { anActor, organizations } from '#kernel/policy/testing/index.ts';
import { appendAudit, auditMigrations, readAudit } from './index.ts';

let database: Database;
before(async () => {
  database = await aDatabase(auditMigrations);
});
after(() => database.close());

const focalPoint = anActor('focal-point', { organization: organizations.kenya });

test('an act and its entry stand or fall together', async () => {
  const act = database.as(focalPoint, async (transaction) => {
    await appendAudit(transaction, { actor: focalPoint, action: 'test.fails', subject: { kind: 'return', id: '1' } });
    throw new Error('the act failed');
  });
  await assert.rejects(act, /the act failed/);
  assert.deepEqual(await readAudit(database, operator, { action: 'test.fails' }), []);
});

test('an entry tells who in ids, what, to what and when', async () => {
  await database.as(focalPoint, (transaction) =>
    appendAudit(transaction, {
      actor: focalPoint,
      action: 'returns.submit',
      subject: { kind: 'return', id: '7' },
      audience: 'state:KEN',
      details: { round: 2024 },
      request: 'r-1',
    }),
  );
  const [entry] = await readAudit(database, operator, { subject: { kind: 'return', id: '7' } });
  assert.ok(entry !== undefined && Math.abs(entry.at.getTime() - Date.now()) < 60_000);
  const { id: _id, at: _at, ...rest } = entry;
  assert.deepEqual(rest, {
    actor_kind: 'account',
    account: 'a-focal-point',
    role: 'focal-point',
    organization: 'o-ken',
    action: 'returns.submit',
    subject_kind: 'return',
    subject_id: '7',
    audience: 'state:KEN',
    request: 'r-1',
    details: { round: 2024 },
  });
  assert.ok(!JSON.stringify(entry).includes('@'), 'no address of a person in the log');
});

test('a visitor’s act leaves a trace that the visitor cannot read', async () => {
  const read = await database.as(anonymous, async (transaction) => {
    await appendAudit(transaction, { actor: anonymous, action: 'test.visit', subject: { kind: 'page' } });
    return sql`select * from audit_entry`.execute(transaction);
  });
  assert.equal(read.rows.length, 0);
  assert.equal((await readAudit(database, operator, { action: 'test.visit' })).length, 1);
});

test('requests can neither change nor remove an entry, nor choose its time or its place in the chain', async () => {
  const attempts = [
    'update audit_entry set action = $$x$$',
    'delete from audit_entry',
    'truncate audit_entry',
    'select * from audit_seal',
  ];
  for (const attempt of attempts) {
    await assert.rejects(
      database.as(operator, (transaction) => sql.raw(attempt).execute(transaction)),
      /permission denied/,
    );
  }
  await database.as(operator, (transaction) =>
    sql`insert into audit_entry (at, batch, actor_kind, role, action, subject_kind, audience, details)
      values ('1013-01-01', 5, 'operator', 'operator', 'test.forged', 'x', 'office', '{}')`.execute(transaction),
  );
  const { rows } = await sql<{
    at: Date;
    batch: number | null;
  }>`select at, batch from audit_entry where action = 'test.forged'`.execute(database.owner);
  assert.equal(rows[0]?.batch, null);
  assert.ok((rows[0]?.at.getFullYear() ?? 0) > 2000);
});

test('the owner does not change an entry by mistake either', async () => {
  const attempts = [
    'update audit_entry set action = $$x$$',
    'update audit_entry set action = $$x$$, batch = 1',
    'delete from audit_entry',
    'truncate audit_entry',
    'truncate audit_seal',
  ];
  for (const attempt of attempts)
    await assert.rejects(sql.raw(attempt).execute(database.owner), /append-only/, attempt);
});

test('the log is read by administrators of the office with a second factor; each reading is noted', async () => {
  const administrator = anActor('administrator', { id: 'a-reader' });
  await readAudit(database, administrator, { action: 'returns.submit' });
  const readings = await readAudit(database, operator, { account: 'a-reader' });
  assert.deepEqual(
    [readings.length, readings[0]?.action, readings[0]?.details],
    [1, 'audit.read', { action: 'returns.submit' }],
  );
  await assert.rejects(readAudit(database, anActor('statistician')), { kind: 'not-found' });
  const unsure = anActor('administrator', { assurance: { secondFactor: false, recent: true } });
  await assert.rejects(readAudit(database, unsure), { kind: 'forbidden', details: { needs: 'second-factor' } });
  await assert.rejects(readAudit(database, anActor('administrator', { organization: organizations.kenya })), {
    kind: 'not-found',
  });
});

test('entries of another audience stay closed to a reader of the log', async () => {
  const administrator = anActor('administrator');
  const seen = await readAudit(database, administrator, { action: 'returns.submit' });
  assert.deepEqual(seen, []);
});
