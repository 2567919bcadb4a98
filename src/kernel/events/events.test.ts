import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Handle, OpenDatabase } from '#kernel/database/index.ts';
import { databasesUnderTest, silent } from '#kernel/database/testing.ts';
import { operator } from '#kernel/policy/actor.ts';
import { defineEvent, emit, eventsMigrations, openEvents, type Events } from './index.ts';

const accepted = defineEvent('surveys.return-accepted', z.object({ state: z.string() }));
const other = defineEvent('law.judgment-published', z.object({ state: z.string() }));
const notes = { id: 'tests/0001-notes', sql: 'create table notes (n int generated always as identity, state text)' };

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await holds()) return;
    await wait(10);
  }
  throw new Error(`never came: ${holds.toString()}`);
}

for (const { name, skip, open } of databasesUnderTest) {
  const severalConnections = name === 'PGlite' ? 'PGlite has one session' : false;

  describe(`events on ${name}`, { skip, timeout: 60_000 }, () => {
    let database: OpenDatabase;
    let events: Events;
    before(async () => {
      database = await open([...eventsMigrations, notes]);
    });
    beforeEach(async (test) => {
      await events?.close();
      await sql`delete from events; delete from event_subscribers; delete from event_failures; delete from notes`.execute(
        database.owner,
      );
      events = openEvents(database, { log: silent, pollMilliseconds: 20 });
      assert.ok(test);
    });
    after(async () => {
      await events.close();
      await database.close();
    });
    const say = (state: string, kind = accepted): Promise<void> =>
      database.as(operator, (transaction) => emit(transaction, kind, { state }));
    const hearInto = (heard: string[], label = 'search') => ({
      name: label,
      kinds: [accepted],
      hear: async (list: readonly { payload: { state: string } }[]) =>
        void heard.push(...list.map(({ payload }) => payload.state)),
    });

    it('reach those who asked for their kind, in order, and once', async () => {
      const heard: string[] = [];
      await say('before');
      await events.subscribe({ ...hearInto(heard), batch: 3 });
      for (const state of ['KEN', 'FRA', 'PER', 'JPN']) {
        await say(state);
        await say('not asked for', other);
      }
      await until(() => heard.length === 5);
      await wait(60);
      assert.deepEqual(heard, ['before', 'KEN', 'FRA', 'PER', 'JPN']);
      await until(async () => (await events.lag())[0]?.behind === 0);
    });

    it('are not said when the transaction fails', async () => {
      const heard: string[] = [];
      await events.subscribe(hearInto(heard));
      const failed = database.as(operator, async (transaction) => {
        await emit(transaction, accepted, { state: 'never' });
        throw new Error('no');
      });
      await assert.rejects(failed);
      await say('after');
      await until(() => heard.length > 0);
      assert.deepEqual(heard, ['after']);
      await assert.rejects(
        database.as(operator, (transaction) => sql`select * from events`.execute(transaction)),
        /permission denied/,
      );
    });

    it('go on where the subscriber stopped, and a new one may begin now', async () => {
      const heard: string[] = [];
      await events.subscribe(hearInto(heard));
      await say('one');
      await until(() => heard.length === 1);
      await events.close();
      await say('two');
      events = openEvents(database, { log: silent, pollMilliseconds: 20 });
      await events.caughtUp();
      const late: string[] = [];
      await events.subscribe({ ...hearInto(late, 'late'), from: 'now' });
      await events.subscribe(hearInto(heard));
      await say('three');
      await until(() => heard.length === 3 && late.length === 1);
      assert.deepEqual([heard, late], [['one', 'two', 'three'], ['three']]);
      await assert.rejects(events.subscribe(hearInto(heard)), /Two subscribers are called search/);
    });

    it('come again after a failure with nothing half-written, and are laid aside after the last attempt', async () => {
      let failures = 0;
      await events.subscribe({
        name: 'search',
        kinds: [accepted],
        batch: 10,
        attempts: 2,
        async hear(list, transaction) {
          for (const { payload } of list) {
            await sql`insert into notes (state) values (${payload.state})`.execute(transaction);
            if (payload.state !== 'bad') continue;
            failures += 1;
            throw new Error('cannot be read');
          }
        },
      });
      await database.as(operator, async (transaction) => {
        for (const state of ['good', 'bad', 'better']) await emit(transaction, accepted, { state });
      });
      const written = async (): Promise<string[]> => {
        const { rows } = await sql<{ state: string }>`select state from notes order by n`.execute(database.owner);
        return rows.map(({ state }) => state);
      };
      await until(async () => (await written()).length === 2);
      assert.deepEqual(await written(), ['good', 'better']);
      // In the batch, then alone after "good", then alone again.
      assert.ok(failures >= 2 && failures <= 3, String(failures));
      const { rows } = await sql`select subscriber, kind, payload, reason from event_failures`.execute(database.owner);
      assert.deepEqual(rows, [
        { subscriber: 'search', kind: accepted.name, payload: { state: 'bad' }, reason: 'cannot be read' },
      ]);
      assert.deepEqual(
        (await events.lag()).map(({ name, laidAside }) => [name, laidAside]),
        [['search', 1]],
      );
    });

    it('are heard by one of two servers, not by both', async () => {
      const second = openEvents(database, { log: silent, pollMilliseconds: 15 });
      const heard: string[] = [];
      await events.subscribe(hearInto(heard));
      await second.subscribe(hearInto(heard));
      const states = Array.from({ length: 60 }, (_, n) => `s${n}`);
      for (const state of states) await say(state);
      await until(() => heard.length >= 60);
      await wait(60);
      await second.close();
      assert.deepEqual(heard, states);
    });

    it('are not skipped when they are committed late', { skip: severalConnections }, async () => {
      const heard: string[] = [];
      await events.subscribe(hearInto(heard));
      const gate = Promise.withResolvers<void>();
      const said = Promise.withResolvers<void>();
      // Said first, with the lower number, committed last.
      const slow = database.as(operator, async (transaction) => {
        await emit(transaction, accepted, { state: 'early' });
        said.resolve();
        await gate.promise;
      });
      await said.promise;
      await say('quick');
      await until(() => heard.length === 1);
      gate.resolve();
      await slow;
      await until(() => heard.length === 2);
      assert.deepEqual(heard, ['quick', 'early']);
    });

    it(
      'keep cause before effect, also when the later transaction was the first to write',
      { skip: severalConnections },
      async () => {
        const heard: string[] = [];
        await events.subscribe(hearInto(heard));
        const started = Promise.withResolvers<void>();
        const gate = Promise.withResolvers<void>();
        const note = (transaction: Handle): Promise<unknown> =>
          sql`insert into notes (state) values ('x')`.execute(transaction);
        // It has its transaction number before the cause has, and speaks after the cause is committed.
        const effect = database.as(operator, async (transaction) => {
          await note(transaction);
          started.resolve();
          await gate.promise;
          await emit(transaction, accepted, { state: 'effect' });
        });
        await started.promise;
        await events.close();
        await say('cause');
        gate.resolve();
        await effect;
        events = openEvents(database, { log: silent, pollMilliseconds: 20 });
        await events.subscribe(hearInto(heard));
        await until(() => heard.length === 2);
        assert.deepEqual(heard, ['cause', 'effect']);
      },
    );

    it('are all heard when many speak at once', { skip: severalConnections }, async () => {
      const heard: string[] = [];
      await events.subscribe({ ...hearInto(heard), batch: 100 });
      const speakers = Array.from({ length: 10 }, async (_, speaker) => {
        for (let n = 0; n < 40; n += 1) {
          await database.as(operator, async (transaction) => {
            await emit(transaction, accepted, { state: `${speaker}-${n}` });
            if (n % 5 === 0) await wait(speaker);
          });
        }
      });
      await Promise.all(speakers);
      await until(() => heard.length === 400);
      assert.equal(new Set(heard).size, 400);
      for (let speaker = 0; speaker < 10; speaker += 1) {
        const own = heard.filter((state) => state.startsWith(`${speaker}-`));
        assert.deepEqual(
          own,
          Array.from({ length: 40 }, (_, n) => `${speaker}-${n}`),
        );
      }
    });

    it('are forgotten also when nobody listens', async () => {
      await say('to nobody');
      await events.caughtUp();
      assert.equal(await events.forget(new Date(Date.now() + 60_000)), 1);
    });

    it('are looked for less often while the outbox cannot be read, and heard when it can', async () => {
      const heard: string[] = [];
      await events.subscribe(hearInto(heard));
      await events.caughtUp();
      await sql`alter table events rename to events_away`.execute(database.owner);
      await until(() => events.trouble().failures >= 2);
      assert.match(events.trouble().reason ?? '', /events/);
      await sql`alter table events_away rename to events`.execute(database.owner);
      await say('after');
      await until(() => heard.length === 1 && events.trouble().failures === 0);
    });

    it('are forgotten when they are old and everybody has passed them', async () => {
      const heard: string[] = [];
      await events.subscribe(hearInto(heard));
      await say('one');
      await until(() => heard.length === 1);
      await events.caughtUp();
      await sql`insert into event_subscribers (name, position) values ('behind', 0)`.execute(database.owner);
      assert.equal(await events.forget(new Date(Date.now() + 60_000)), 0);
      await sql`delete from event_subscribers where name = 'behind'`.execute(database.owner);
      assert.equal(await events.forget(new Date(Date.now() - 60_000)), 0);
      assert.equal(await events.forget(new Date(Date.now() + 60_000)), 1);
      await say('two');
      await until(() => heard.length === 2);
    });
  });
}
