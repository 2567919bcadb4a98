import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { databasesUnderTest } from '#kernel/database/testing.ts';
import { anonymous, operator } from '#kernel/policy/index.ts';
import { appendAudit, auditMigrations, readAudit, startSealer, verifyAudit } from './index.ts';

const secret = 'a secret of the house';
const entry = (action: string) => ({ actor: operator, action, subject: { kind: 'thing' } });

for (const { name, skip, open } of databasesUnderTest) {
  // PGlite has one session, so that nothing there commits late or seals at the same time.
  const alone = name === 'PGlite' ? 'has one session only' : false;
  describe(`the log on ${name}`, { skip: skip === false ? alone : skip }, () => {
    test('what commits late is not skipped, several sealers make one chain, and the walls stand', async () => {
      const database = await open(auditMigrations);
      const folder = await mkdtemp(join(tmpdir(), 'mandata-audit-'));
      const settings = { intervalMs: 3_600_000, headFile: join(folder, 'head.json'), secret };
      const sealers = [startSealer(database, settings), startSealer(database, settings)];
      const sealNow = () => Promise.all(sealers.map((sealer) => sealer.sealNow()));

      const gate = Promise.withResolvers<void>();
      const written = Promise.withResolvers<void>();
      const late = database.as(operator, async (transaction) => {
        await appendAudit(transaction, entry('test.late'));
        written.resolve();
        await gate.promise;
      });
      await written.promise;
      await database.as(operator, (transaction) => appendAudit(transaction, entry('test.early')));
      await sealNow();
      gate.resolve();
      await late;
      assert.deepEqual(await verifyAudit(database, settings), { entries: 2, unsealed: 1, ok: true, brokenAt: null });
      await sealNow();
      assert.deepEqual(await verifyAudit(database, settings), { entries: 2, unsealed: 0, ok: true, brokenAt: null });
      const [first, second] = await readAudit(database, operator, { before: 3 });
      assert.deepEqual(
        [first?.action, second?.action],
        ['test.early', 'test.late'],
        'the late one has the smaller number',
      );

      const writers = Array.from({ length: 40 }, (_, n) =>
        database.as(operator, (transaction) => appendAudit(transaction, entry(`test.many-${n}`))),
      );
      await Promise.all([...writers, sealNow(), sealNow(), sealNow()]);
      await sealNow();
      const verified = await verifyAudit(database, settings);
      assert.deepEqual([verified.ok, verified.unsealed], [true, 0]);

      for (const attempt of [
        'update audit_entry set role = role',
        'delete from audit_entry',
        'select * from audit_seal',
      ]) {
        await assert.rejects(
          database.as(operator, (transaction) => sql.raw(attempt).execute(transaction)),
          /permission denied/,
        );
      }
      await assert.rejects(sql`delete from audit_entry`.execute(database.owner), /append-only/);
      const seen = await database.as(anonymous, (transaction) => sql`select * from audit_entry`.execute(transaction));
      assert.equal(seen.rows.length, 0);
      await Promise.all(sealers.map((sealer) => sealer.stop()));
      await database.close();
      await rm(folder, { recursive: true });
    });
  });
}
