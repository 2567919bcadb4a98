import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import * as fc from 'fast-check';
import { sql } from 'kysely';
import type { Database } from '#kernel/database/index.ts';
import { aDatabase } from '#kernel/database/testing.ts';
import { operator } from '#kernel/policy/index.ts';
import { appendAudit, auditMigrations, startSealer, verifyAudit } from './index.ts';
import { merkleRoot } from './merkle-root.ts';

const secret = 'a secret of the house';
let database: Database;
let folder: string;
before(async () => {
  database = await aDatabase(auditMigrations);
  folder = await mkdtemp(join(tmpdir(), 'mandata-audit-'));
});
after(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const append = (count: number) =>
  database.as(operator, async (transaction) => {
    for (let n = 0; n < count; n += 1) {
      await appendAudit(transaction, { actor: operator, action: 'test.act', subject: { kind: 'thing', id: `${n}` } });
    }
  });
const sealer = (given: Partial<Parameters<typeof startSealer>[1]> = {}) =>
  startSealer(database, { intervalMs: 3_600_000, headFile: join(folder, 'head.json'), secret, ...given });

test('an empty log holds', async () => {
  const verified = await verifyAudit(database, { secret, headFile: join(folder, 'head.json') });
  assert.deepEqual(verified, { entries: 0, unsealed: 0, ok: true, brokenAt: null });
});

test('entries are chained in batches, and those that came since wait for the next', async () => {
  const { sealNow, stop } = sealer();
  await append(3);
  await sealNow();
  await append(2);
  await sealNow();
  await sealNow();
  await append(1);
  const verified = await verifyAudit(database, { secret, headFile: join(folder, 'head.json') });
  assert.deepEqual(verified, { entries: 6, unsealed: 1, ok: true, brokenAt: null });
  await stop();
  const head = JSON.parse(await readFile(join(folder, 'head.json'), 'utf8')) as { batch: number; total: number };
  assert.deepEqual([head.batch, head.total], [3, 6]);
});

test('a first run of several batches has its head with it from the first on', async () => {
  const own = await aDatabase(auditMigrations);
  const headFile = join(folder, 'first', 'head.json');
  const troubles: Error[] = [];
  await own.as(operator, (transaction) =>
    appendAudit(transaction, { actor: operator, action: 'test.act', subject: { kind: 'thing', id: '0' } }),
  );
  // More than one batch takes, as when a first start seeds while the sealer is at work.
  const columns = sql.raw(
    'actor_kind, account, role, organization, action, subject_kind, subject_id, audience, request, details',
  );
  await sql`insert into audit_entry (${columns}) select ${columns} from audit_entry, generate_series(1, 5000)`.execute(
    own.owner,
  );
  const { sealNow, stop } = startSealer(own, {
    intervalMs: 3_600_000,
    headFile,
    secret,
    onTrouble: (trouble) => troubles.push(trouble),
  });
  await sealNow();
  await stop();
  assert.deepEqual(troubles, []);
  const { entries, unsealed, ok } = await verifyAudit(own, { secret, headFile });
  assert.deepEqual({ entries, unsealed, ok }, { entries: 5001, unsealed: 0, ok: true });
  await own.close();
});

test('the sealer works in its rhythm until it is stopped', async () => {
  const { stop } = sealer({ intervalMs: 10 });
  await append(1);
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await verifyAudit(database, { secret, headFile: join(folder, 'head.json') })).unsealed === 0) break;
    await wait(10);
  }
  assert.equal((await verifyAudit(database, { secret, headFile: join(folder, 'head.json') })).unsealed, 0);
  await stop();
});

test('a head that lags behind, as after a killed server, catches up; one that was lost is not made up', async () => {
  const headFile = join(folder, 'head.json');
  const old = await readFile(headFile, 'utf8');
  const first = sealer();
  await append(1);
  await first.stop();
  const newest = await readFile(headFile, 'utf8');
  await writeFile(headFile, old);
  assert.equal((await verifyAudit(database, { secret, headFile })).ok, true);
  await sealer().stop();
  assert.deepEqual(JSON.parse(await readFile(headFile, 'utf8')), JSON.parse(newest));

  await rm(headFile);
  const troubles: string[] = [];
  const lost = sealer({ onTrouble: ({ message }) => troubles.push(message) });
  await append(1);
  await lost.stop();
  assert.match(troubles.join(), /no longer leads through the head/);
  assert.deepEqual((await verifyAudit(database, { secret, headFile })).because, 'head-missing');
  await writeFile(headFile, newest);
  await sealer().stop();
  assert.equal((await verifyAudit(database, { secret, headFile })).ok, true);
});

test('another secret does not verify', async () => {
  const verified = await verifyAudit(database, { secret: 'another', headFile: join(folder, 'head.json') });
  assert.deepEqual([verified.ok, verified.brokenAt, verified.because], [false, 1, 'seal-changed']);
});

test('law: the Merkle root tells apart any two different lists of texts', () => {
  const texts = fc.array(fc.string({ maxLength: 3 }), { maxLength: 9 });
  fc.assert(
    fc.property(texts, texts, (a, b) =>
      assert.equal(merkleRoot(a) === merkleRoot(b), JSON.stringify(a) === JSON.stringify(b)),
    ),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 9 }), fc.nat(), (list, at) => {
      const swapped = [...list];
      const i = at % (list.length - 1);
      [swapped[i], swapped[i + 1]] = [list[i + 1] as string, list[i] as string];
      assert.notEqual(merkleRoot(list), merkleRoot(swapped));
      assert.notEqual(merkleRoot(list), merkleRoot([...list, list.at(-1) as string]));
    }),
  );
});
