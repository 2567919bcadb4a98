import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { OpenDatabase } from '#kernel/database/index.ts';
import { databasesUnderTest } from '#kernel/database/testing.ts';
import { editor, registersOver, registersSteps } from '../testing/index.ts';
import { createIn, createRecord } from './create-record.ts';
import { getRecord } from './get-record.ts';
import { listHistory } from './list-history.ts';
import { saveIn, saveRecord } from './save-record.ts';

for (const { name, skip, open } of databasesUnderTest) {
  describe(`writing at once on ${name}`, { skip }, () => {
    let database: OpenDatabase;
    let as: ReturnType<typeof registersOver>;
    before(async () => {
      database = await open(registersSteps);
      as = registersOver(database);
    });
    after(() => database.close());
    const law = (symbol: string) => ({ name: { en: symbol }, country: 'KEN', symbol });

    it('one saver wins, the others are told, and each change is kept', async () => {
      const { id, revision } = await createRecord(as(editor), 'laws', { data: law('race') });
      const saved = await Promise.allSettled(
        [1, 2, 3, 4].map((seats) => saveRecord(as(editor), 'laws', id, { patch: { seats }, revision })),
      );
      const won = saved.filter(({ status }) => status === 'fulfilled');
      const lost = saved.flatMap((each) =>
        each.status === 'rejected' ? [each.reason as { kind: string; details: { yours: { seats: number } } }] : [],
      );
      assert.equal(won.length, 1);
      assert.deepEqual(
        lost.map(({ kind }) => kind),
        ['stale', 'stale', 'stale'],
      );
      const { record } = await getRecord(as(editor), 'laws', id);
      const all = [record.data['seats'], ...lost.map(({ details }) => details.yours.seats)];
      assert.deepEqual(all.toSorted(), [1, 2, 3, 4], 'what was refused comes back to its writer');
      assert.equal((await listHistory(as(editor), 'laws', id)).total, 2);
    });

    it('a key sent several times makes one record', async () => {
      const made = await Promise.all(
        [1, 2, 3].map(() => createRecord(as(editor), 'laws', { data: law('twice'), key: 'key-at-once' })),
      );
      assert.equal(new Set(made.map(({ id }) => id)).size, 1);
    });

    it('of two records with the same unique value the later is told of the first', async () => {
      const made = await Promise.all([1, 2].map(() => createRecord(as(editor), 'laws', { data: law('same') })));
      const findings = await Promise.all(
        made.map(async ({ id }) => (await getRecord(as(editor), 'laws', id)).findings),
      );
      assert.ok(findings.every((each) => each.some(({ rule }) => rule === 'unique')));
    });

    it('what is cut off in the middle leaves nothing', async () => {
      const counts = async () =>
        (
          await sql`select (select count(*) from register_records) as records, (select count(*) from register_versions) as versions,
          (select count(*) from register_values) as values, (select count(*) from register_parts) as parts,
          (select count(*) from links) as links, (select count(*) from events) as events,
          (select count(*) from audit_entry) as entries`.execute(database.owner)
        ).rows[0];
      const { id, revision } = await createRecord(as(editor), 'laws', { data: law('whole') });
      const before = await counts();
      const context = as(editor);
      const [register] = context.registers;
      assert.ok(register !== undefined);
      await assert.rejects(
        database.as(editor, async (transaction) => {
          await createIn(transaction, context, register, { data: { ...law('cut'), urgent: 'x' }, moves: ['publish'] });
          await saveIn(transaction, context, register, id, { patch: { urgent: 'y', seats: 9 }, revision });
          throw new Error('the power is gone');
        }),
        /power/,
      );
      assert.deepEqual(await counts(), before);
      assert.equal((await getRecord(as(editor), 'laws', id)).record.revision, revision);
    });
  });
}
