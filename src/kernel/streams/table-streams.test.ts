import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { OpenDatabase } from '#kernel/database/index.ts';
import { databasesUnderTest, silent } from '#kernel/database/testing.ts';
import { operator } from '#kernel/policy/actor.ts';
import { coalesce } from './coalesce.ts';
import { openStreams, streamsMigrations, type Streams } from './index.ts';
import { documents } from './testing/documents.ts';

for (const { name, skip, open } of databasesUnderTest) {
  describe(`the tables of streams in ${name}`, { skip, timeout: 60_000 }, () => {
    let database: OpenDatabase;
    let streams: Streams;
    before(async () => {
      database = await open(streamsMigrations);
      streams = await openStreams(database, { log: silent });
    });
    after(async () => {
      await streams?.close();
      await database?.close();
    });

    it('owe a group that begins in the middle of publishing every message once', async () => {
      const messages = Array.from({ length: 900 }, (_, n) => ({ message: { n } }));
      const publishing = messages.map(({ message }) => streams.publish(documents, message));
      // Each begins at some point between two writes of the messages.
      const groups = Array.from({ length: 6 }, (_, n) => `group-${n}`);
      const workers = [];
      for (const group of groups) {
        const worker = await streams.consume(documents, group, () => new Promise(() => undefined), { batch: 1 });
        workers.push(worker.stop(0));
      }
      await Promise.all(publishing);
      await Promise.all(workers);
      assert.deepEqual(
        (await streams.lag()).map(({ group, behind }) => [group, behind]),
        groups.map((group) => [group, 900]),
      );
    });

    it('forget what is old and finished by every group, and nothing else', async () => {
      await sql`delete from stream_groups; delete from stream_messages`.execute(database.owner);
      const finished = Promise.withResolvers<void>();
      let done = 0;
      await streams.publishAll(
        documents,
        [1, 2, 3].map((n) => ({ message: { n } })),
      );
      const worker = await streams.consume(documents, 'search', async ({ message }) => {
        if (message.n === 2) throw new Error('no');
        if ((done += 1) === 2) finished.resolve();
      });
      await finished.promise;
      for (let tries = 0; (await streams.dead(documents, 'search')).length === 0; tries += 1) {
        assert.ok(tries < 2000, 'the second is never laid aside');
        await wait(10);
      }
      await worker.stop();
      await streams.publish(documents, { n: 4 });
      assert.equal(await streams.forget(new Date(Date.now() - 60_000)), 0);
      assert.equal(await streams.forget(new Date(Date.now() + 60_000)), 2);
      const { rows } = await sql`select body from stream_messages order by seq`.execute(database.owner);
      assert.deepEqual(rows, [{ body: '{"n":2}' }, { body: '{"n":4}' }]);
    });

    it('are closed to requests', async () => {
      for (const table of ['stream_messages', 'stream_groups', 'stream_deliveries', 'stream_dead'])
        await assert.rejects(
          database.as(operator, (transaction) => sql`select * from ${sql.table(table)}`.execute(transaction)),
          /permission denied/,
        );
    });
  });
}

describe('writes that are gathered', () => {
  it('answer each call with its own result, in writes of a bounded size', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer(), { maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        async (numbers, most) => {
          const sizes: number[] = [];
          const { add, settled } = coalesce<number, number>(async (items) => {
            sizes.push(items.length);
            await Promise.resolve();
            return items.map((n) => n * 2);
          }, most);
          const results = await Promise.all(numbers.map(add));
          await settled();
          assert.deepEqual(
            results,
            numbers.map((n) => n * 2),
          );
          assert.ok(sizes.every((size) => size >= 1 && size <= most));
          assert.equal(
            sizes.reduce((sum, size) => sum + size, 0),
            numbers.length,
          );
        },
      ),
      { numRuns: 50 },
    ));

  it('fail each call of a write that fails, and go on with the next', async () => {
    let writes = 0;
    const { add } = coalesce<number, number>(async (items) => {
      writes += 1;
      if (writes === 1) throw new Error('the disk is full');
      return [...items];
    }, 2);
    const answers = await Promise.allSettled([add(1), add(2), add(3)]);
    assert.deepEqual(
      answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : String(answer.reason))),
      ['Error: the disk is full', 'Error: the disk is full', 3],
    );
  });
});
