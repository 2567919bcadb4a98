import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import * as fc from 'fast-check';
import { sql } from 'kysely';
import type { RawBuilder, Transaction } from 'kysely';
import type { Database, NoTables } from '#kernel/database/index.ts';
import { aDatabase } from '#kernel/database/testing.ts';
import { operator } from '#kernel/policy/index.ts';
import { appendAudit, auditMigrations, startSealer, verifyAudit } from './index.ts';
import { merkleRoot } from './merkle-root.ts';
import { hashOf, sealOf } from './seal.ts';
import { canonicalText } from './store/canonical-text.ts';
import { findSeal } from './store/seals.ts';

const secret = 'a secret of the house';
const [batches, perBatch] = [8, 6];
let database: Database;
let folder: string;
let headFile: string;

before(async () => {
  database = await aDatabase(auditMigrations);
  folder = await mkdtemp(join(tmpdir(), 'mandata-audit-'));
  headFile = join(folder, 'head.json');
  const { sealNow, stop } = startSealer(database, { intervalMs: 3_600_000, headFile, secret });
  for (let batch = 0; batch < batches; batch += 1) {
    await database.as(operator, async (transaction) => {
      for (let n = 0; n < perBatch; n += 1) {
        const subject = { kind: 'thing', id: `${batch}-${n}` };
        await appendAudit(transaction, { actor: operator, action: 'test.act', subject, details: { n, amount: 1.5 } });
      }
    });
    await sealNow();
  }
  await stop();
});
after(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

type Attack = (
  transaction: Transaction<NoTables>,
  at: { entry: number; other: number; batch: number },
) => Promise<unknown>;
const run = (query: RawBuilder<unknown>) => (transaction: Transaction<NoTables>) => query.execute(transaction);

/** Everything that somebody with the database's own rights could try on a sealed log. */
const attacks: Record<string, Attack> = {
  'edit the action': (t, { entry }) => run(sql`update audit_entry set action = 'test.other' where id = ${entry}`)(t),
  'edit the account': (t, { entry }) =>
    run(sql`update audit_entry set actor_kind = 'account', account = 'a-1' where id = ${entry}`)(t),
  'edit the time by a microsecond': (t, { entry }) =>
    run(sql`update audit_entry set at = at + interval '1 microsecond' where id = ${entry}`)(t),
  'edit the audience': (t, { entry }) => run(sql`update audit_entry set audience = 'public' where id = ${entry}`)(t),
  'edit a figure beyond what a double can tell': (t, { entry }) =>
    run(
      sql`update audit_entry set details = jsonb_set(details, '{amount}', '1.50000000000000000000001') where id = ${entry}`,
    )(t),
  'edit the subject to nothing': (t, { entry }) =>
    run(sql`update audit_entry set subject_id = null where id = ${entry}`)(t),
  'give another number': (t, { entry }) => run(sql`update audit_entry set id = id + 1000 where id = ${entry}`)(t),
  'delete an entry': (t, { entry }) => run(sql`delete from audit_entry where id = ${entry}`)(t),
  'delete a batch with its seal': async (t, { batch }) => {
    await run(sql`delete from audit_entry where batch = ${batch}`)(t);
    await run(sql`delete from audit_seal where batch = ${batch}`)(t);
  },
  'add an entry to a batch': (t, { batch }) =>
    run(sql`insert into audit_entry (actor_kind, role, action, subject_kind, audience, details, batch)
      values ('operator', 'operator', 'test.added', 'x', 'office', '{}', ${batch})`)(t),
  'add an entry beyond the chain': (t) =>
    run(sql`insert into audit_entry (actor_kind, role, action, subject_kind, audience, details, batch)
      values ('operator', 'operator', 'test.added', 'x', 'office', '{}', ${batches + 1})`)(t),
  'swap two entries': async (t, { entry, other }) => {
    await run(sql`update audit_entry set id = -1 where id = ${entry}`)(t);
    await run(sql`update audit_entry set id = ${entry} where id = ${other}`)(t);
    await run(sql`update audit_entry set id = ${other} where id = -1`)(t);
  },
  'move an entry to another batch': (t, { entry, batch }) =>
    run(
      sql`update audit_entry set batch = case batch when ${batch} then ${1 + (batch % batches)} else ${batch}::int end where id = ${entry}`,
    )(t),
  'put an entry back into waiting': (t, { entry }) =>
    run(sql`update audit_entry set batch = null where id = ${entry}`)(t),
  'swap two seals': async (t, { batch }) => {
    const next = 1 + (batch % batches);
    await run(sql`update audit_seal set batch = -1 where batch = ${batch}`)(t);
    await run(sql`update audit_seal set batch = ${batch} where batch = ${next}`)(t);
    await run(sql`update audit_seal set batch = ${next} where batch = -1`)(t);
  },
  'edit the time of a seal': (t, { batch }) =>
    run(sql`update audit_seal set sealed_at = sealed_at + interval '1 second' where batch = ${batch}`)(t),
  'cut the log off from a batch on': async (t, { batch }) => {
    await run(sql`delete from audit_entry where batch >= ${batch}`)(t);
    await run(sql`delete from audit_seal where batch >= ${batch}`)(t);
  },
  'empty the log': async (t) => {
    await run(sql`delete from audit_entry`)(t);
    await run(sql`delete from audit_seal`)(t);
  },
  'edit, and seal the rest anew without the secret': async (t, { entry }) => {
    await run(sql`update audit_entry set action = 'test.other' where id = ${entry}`)(t);
    await sealAnew(t, 1, (sealed) => ({ ...sealed, hash: hashOf(sealed) }));
  },
  'edit, and seal the rest anew with a guessed secret': async (t, { entry }) => {
    await run(sql`update audit_entry set action = 'test.other' where id = ${entry}`)(t);
    await sealAnew(t, 1, (sealed) => sealOf('a guess', sealed));
  },
  'edit, and seal the rest anew with the stolen secret': async (t, { entry }) => {
    await run(sql`update audit_entry set action = 'test.other' where id = ${entry}`)(t);
    await sealAnew(t, 1, (sealed) => sealOf(secret, sealed));
  },
};

type Seals = NonNullable<Awaited<ReturnType<typeof findSeal>>>;

async function sealAnew(t: Transaction<NoTables>, from: number, make: (seal: Seals) => Seals): Promise<void> {
  let previous: string | undefined;
  for (let batch = from; batch <= batches; batch += 1) {
    const seal = await findSeal(t, batch);
    if (seal === undefined) throw new Error('the chain is whole before it is tampered with');
    const { rows } = await sql<{
      text: string;
    }>`select ${canonicalText()} as text from audit_entry where batch = ${batch} order by id`.execute(t);
    const made = make({ ...seal, previous: previous ?? seal.previous, root: merkleRoot(rows.map(({ text }) => text)) });
    await run(sql`update audit_seal set previous = ${made.previous}, root = ${made.root}, hash = ${made.hash},
      signature = ${made.signature} where batch = ${batch}`)(t);
    previous = made.hash;
  }
}

class PutBack extends Error {}

/** Tampers in a transaction of the owner with the guards taken off, verifies in it, and puts everything back. */
async function verifyAfter(attack: Attack, at: Parameters<Attack>[1]) {
  let verified: Awaited<ReturnType<typeof verifyAudit>> | undefined;
  const tampering = database.owner.transaction().execute(async (transaction) => {
    await sql`alter table audit_entry disable trigger user`.execute(transaction);
    await sql`alter table audit_seal disable trigger user`.execute(transaction);
    await attack(transaction, at);
    verified = await verifyAudit({ ...database, owner: transaction }, { secret, headFile });
    throw new PutBack();
  });
  await assert.rejects(tampering, PutBack);
  return verified;
}

const place = fc
  .record({
    entry: fc.integer({ min: 1, max: batches * perBatch }),
    other: fc.integer({ min: 1, max: batches * perBatch }),
    batch: fc.integer({ min: 1, max: batches }),
  })
  .filter(({ entry, other }) => entry !== other);
const runs = process.env['MANDATA_TEST_FULL'] === '1' ? 1000 : 200;

test('the log as it is verifies', async () => {
  const verified = await verifyAudit(database, { secret, headFile });
  assert.deepEqual(verified, { entries: batches * perBatch, unsealed: 0, ok: true, brokenAt: null });
});

test(`each of ${runs} random tamperings is found`, async () => {
  const names = Object.keys(attacks);
  const tried = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), place, async (name, at) => {
      tried.add(name);
      const verified = await verifyAfter(attacks[name] as Attack, at);
      assert.equal(verified?.ok, false, `not found: ${name} at ${JSON.stringify(at)}`);
      assert.ok(verified !== undefined && verified.brokenAt !== null && verified.brokenAt >= 0);
    }),
    { numRuns: runs, examples: names.map((name) => [name, { entry: 9, other: 23, batch: 3 }]) },
  );
  assert.equal(tried.size, names.length);
});

test('the first broken batch is named', async () => {
  const at = { entry: 2 * perBatch + 1, other: 1, batch: 3 };
  const edited = await verifyAfter(attacks['edit the action'] as Attack, at);
  assert.deepEqual([edited?.brokenAt, edited?.because], [3, 'entries-changed']);
  const cut = await verifyAfter(attacks['cut the log off from a batch on'] as Attack, at);
  assert.deepEqual([cut?.brokenAt, cut?.because], [3, 'head-not-in-chain']);
});

test('a sealer that goes on after a cut keeps the head that proves it', async () => {
  const another = await aDatabase(auditMigrations);
  const file = join(folder, 'another-head.json');
  const troubles: string[] = [];
  const seal = async (): Promise<void> => {
    const settings = {
      intervalMs: 3_600_000,
      headFile: file,
      secret,
      onTrouble: ({ message }: Error) => troubles.push(message),
    };
    await another.as(operator, (t) =>
      appendAudit(t, { actor: operator, action: 'test.act', subject: { kind: 'thing' } }),
    );
    await startSealer(another, settings).stop();
  };
  for (let batch = 0; batch < 4; batch += 1) await seal();
  await another.owner.transaction().execute(async (transaction) => {
    await sql`alter table audit_entry disable trigger user`.execute(transaction);
    await sql`alter table audit_seal disable trigger user`.execute(transaction);
    await (attacks['cut the log off from a batch on'] as Attack)(transaction, { entry: 1, other: 2, batch: 3 });
  });
  await seal();
  await seal();
  const verified = await verifyAudit(another, { secret, headFile: file });
  assert.deepEqual([verified.ok, verified.because], [false, 'head-not-in-chain']);
  assert.match(troubles.join(), /no longer leads through the head/);
  await another.close();
});
