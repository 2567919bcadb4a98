import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { z } from 'zod';
import type { OpenDatabase } from '#kernel/database/index.ts';
import { addressOf, databasesUnderTest, silent } from '#kernel/database/testing.ts';
import { anonymous, operator } from '#kernel/policy/actor.ts';
import { defineJob, GiveUp, jobsMigrations, tableQueue, type JobState, type Queue } from './index.ts';

const counted = { id: 'tests/0001-counted', sql: 'create table counted (n int primary key)' };
const count = defineJob({
  name: 'tests.count',
  payload: z.object({ n: z.number() }),
  leaseSeconds: 1,
  backoffSeconds: 2,
});

async function until<T>(find: () => Promise<T | undefined | false>): Promise<T> {
  for (let tries = 0; tries < 500; tries += 1) {
    const found = await find();
    if (found !== undefined && found !== false) return found;
    await wait(20);
  }
  throw new Error(`never came: ${find.toString()}`);
}

for (const { name, skip, open } of databasesUnderTest) {
  describe(`the queue on ${name}`, { skip, timeout: 120_000 }, () => {
    let database: OpenDatabase;
    let queue: Queue;
    let time = new Date('2024-01-01T00:00:00Z');
    const later = (seconds: number): void => void (time = new Date(time.getTime() + seconds * 1000));
    before(async () => {
      database = await open([...jobsMigrations, counted]);
      queue = tableQueue(database, { log: silent, clock: () => time, scheduleMilliseconds: 20 });
    });
    after(async () => {
      await queue.close();
      await database.close();
    });
    const inState = (id: string, state: JobState['state']): Promise<JobState> =>
      until(async () => {
        const job = await queue.find(id);
        return job?.state === state && job;
      });

    it('does each job once, in the order of priority and sending', async () => {
      await queue.sendAll(
        count,
        [1, 2, 3].map((n) => ({ payload: { n } })),
      );
      const urgent = await queue.send(count, { n: 4 }, { priority: 1 });
      const done: number[] = [];
      const worker = queue.work(count, async ({ payload }) => void done.push(payload.n));
      await inState(urgent, 'done');
      await until(async () => done.length === 4);
      await worker.stop();
      assert.deepEqual(done, [4, 1, 2, 3]);
    });

    it('does what was sent twice with one key once, also after it is done', async () => {
      const ids = [];
      for (let times = 0; times < 3; times += 1) ids.push(await queue.send(count, { n: 5 }, { key: 'five' }));
      assert.equal(new Set(ids).size, 1);
      let done = 0;
      const worker = queue.work(count, async () => void (done += 1));
      await inState(ids[0] ?? '', 'done');
      await queue.send(count, { n: 5 }, { key: 'five' });
      await wait(50);
      await worker.stop();
      assert.equal(done, 1);
      assert.equal(await queue.forgetDone(new Date(time.getTime() + 1)), 5);
      assert.equal(await queue.find(ids[0] ?? ''), undefined);
    });

    it('sends with the transaction of a request or not at all, and shows it nothing', async () => {
      const refused = database.as(anonymous, async (transaction) => {
        await queue.send(count, { n: 6 }, { key: 'six', in: transaction });
        throw new Error('no');
      });
      await assert.rejects(refused, /^Error: no$/);
      const sent = await database.as(operator, (transaction) => queue.send(count, { n: 7 }, { in: transaction }));
      assert.equal((await queue.find(sent))?.state, 'waiting');
      assert.deepEqual(await queue.count(), [{ kind: 'tests.count', state: 'waiting', jobs: 1 }]);
      const look = database.as(operator, (transaction) => sql`select * from jobs`.execute(transaction));
      await assert.rejects(look, /permission denied/);
      await sql`delete from jobs`.execute(database.owner);
    });

    it('tries again after growing pauses, and lays the job aside with its reason', async () => {
      const failing = defineJob({ name: 'tests.fail', payload: z.string(), attempts: 3, backoffSeconds: 10 });
      const id = await queue.send(failing, 'the source did not answer');
      const tries: number[] = [];
      const worker = queue.work(
        failing,
        async ({ payload, attempt }) => {
          tries.push(attempt);
          throw new Error(payload);
        },
        { pollMilliseconds: 10 },
      );
      for (const pause of [10, 20]) {
        await until(async () => (await queue.find(id))?.reason === 'the source did not answer');
        await inState(id, 'waiting');
        const before = tries.length;
        later(pause - 1);
        await wait(60);
        assert.equal(tries.length, before, 'too early');
        later(1);
        await until(async () => tries.length > before);
      }
      const dead = await inState(id, 'dead');
      assert.deepEqual([dead.reason, dead.attempts, tries], ['the source did not answer', 3, [1, 2, 3]]);
      assert.deepEqual(
        (await queue.list({ state: 'dead', kind: 'tests.fail' })).map((job) => job.id),
        [id],
      );
      assert.equal(await queue.retry(id), true);
      await until(async () => tries.length === 4);
      await worker.stop();
      assert.equal(await queue.retry('no id at all'), false);
    });

    it('gives up at once when trying again is of no use, or the content does not fit', async () => {
      const hopeless = defineJob({ name: 'tests.hopeless', payload: z.string() });
      const id = await queue.send(hopeless, 'x');
      const misfit = await queue.send(defineJob({ name: 'tests.hopeless', payload: z.number() }), 5);
      const worker = queue.work(hopeless, () => Promise.reject(new GiveUp('The file is gone.')));
      assert.equal((await inState(id, 'dead')).reason, 'The file is gone.');
      assert.match((await inState(misfit, 'dead')).reason ?? '', /does not fit its kind/);
      await worker.stop();
    });

    it('shows how far a job is', async () => {
      const slow = defineJob({ name: 'tests.slow', payload: z.null() });
      const id = await queue.send(slow, null);
      const gate = Promise.withResolvers<void>();
      const worker = queue.work(slow, async ({ report }) => {
        await report(0.4, '26,000 of 65,797 rows');
        await gate.promise;
      });
      const job = await until(async () => {
        const found = await queue.find(id);
        return found?.message !== null && found;
      });
      assert.deepEqual(
        [job.state, Math.round(job.progress * 10), job.message],
        ['running', 4, '26,000 of 65,797 rows'],
      );
      gate.resolve();
      assert.equal((await inState(id, 'done')).progress, 1);
      await worker.stop();
    });

    it('takes a job from a worker that fell silent, and that worker can no longer finish it', async () => {
      const id = await queue.send(count, { n: 8 });
      const gate = Promise.withResolvers<void>();
      let lost: AbortSignal | undefined;
      // One that hangs, and does not even renew its lease: the test's clock runs on past it between two beats.
      const hanging = queue.work(count, async ({ signal }) => {
        lost = signal;
        await gate.promise;
        throw new Error('too late to matter');
      });
      await inState(id, 'running');
      const others = tableQueue(database, { log: silent, clock: () => time });
      later(5);
      const attempts: number[] = [];
      const worker = others.work(count, async ({ attempt }) => void attempts.push(attempt), { pollMilliseconds: 10 });
      await inState(id, 'done');
      await until(async () => lost?.aborted === true);
      gate.resolve();
      await hanging.stop();
      await worker.stop();
      assert.deepEqual(attempts, [2]);
      assert.equal((await queue.find(id))?.state, 'done');
    });

    it('keeps what it does longer than its lease', async () => {
      const steady = tableQueue(database, { log: silent });
      const long = defineJob({ name: 'tests.long', payload: z.null(), leaseSeconds: 1 });
      let runs = 0;
      const workers = [1, 2].map(() =>
        steady.work(
          long,
          async () => {
            runs += 1;
            await wait(2500);
          },
          { pollMilliseconds: 50 },
        ),
      );
      const id = await steady.send(long, null);
      await inState(id, 'done');
      for (const worker of workers) await worker.stop();
      assert.equal(runs, 1);
    });

    it('gives back at its end what it has not begun', async () => {
      const ids = await queue.sendAll(
        count,
        [20, 21, 22].map((n) => ({ payload: { n } })),
      );
      const gate = Promise.withResolvers<void>();
      const worker = queue.work(count, () => gate.promise);
      await inState(ids[0] ?? '', 'running');
      const stopped = worker.stop();
      gate.resolve();
      await stopped;
      const states = await Promise.all(ids.map((id) => queue.find(id)));
      assert.deepEqual(
        states.map((job) => [job?.state, job?.attempts]),
        [
          ['done', 1],
          ['waiting', 0],
          ['waiting', 0],
        ],
      );
      await sql`delete from jobs`.execute(database.owner);
    });

    it('runs a schedule once for each time, by however many servers, and makes good a pause with one run', async () => {
      time = new Date('2024-03-01T00:30:00Z');
      const daily = defineJob({ name: 'tests.daily', payload: z.string() });
      const schedule = { name: 'digest', kind: daily, cron: '0 6 * * *', payload: 'weekly brief' };
      await queue.schedule(schedule);
      let runs = 0;
      const workers = [
        queue.runSchedules(),
        queue.runSchedules(),
        queue.work(daily, async () => void (runs += 1), { pollMilliseconds: 10 }),
      ];
      await wait(60);
      assert.equal(runs, 0);
      for (const [to, expected] of [
        ['2024-03-01T06:00:00Z', 1],
        ['2024-03-04T07:00:00Z', 2],
        ['2024-03-05T06:00:00Z', 3],
      ] as const) {
        time = new Date(to);
        await queue.schedule(schedule);
        await until(async () => runs === expected);
        await wait(60);
        assert.equal(runs, expected);
      }
      for (const worker of workers) await worker.stop();
      const [state] = await queue.schedules();
      assert.deepEqual(
        [state?.name, state?.lastAt, state?.last?.state, state?.nextAt],
        ['digest', new Date('2024-03-05T06:00:00Z'), 'done', new Date('2024-03-06T06:00:00Z')],
      );
      await assert.rejects(queue.schedule({ ...schedule, cron: 'daily' }), /must have five fields/);
    });

    it('does not send again what a schedule sent and nobody has done yet, nor what another server schedules', async () => {
      time = new Date('2024-04-01T00:30:00Z');
      const nightly = defineJob({ name: 'tests.nightly', payload: z.null() });
      await queue.schedule({ name: 'nightly', kind: nightly, cron: '0 2 * * *', payload: null });
      const stranger = tableQueue(database, { log: silent, clock: () => time, scheduleMilliseconds: 10 });
      const nobody = stranger.runSchedules();
      time = new Date('2024-04-01T02:00:00Z');
      await wait(60);
      assert.deepEqual(await queue.list({ kind: 'tests.nightly' }), []);
      await nobody.stop();
      const schedules = queue.runSchedules();
      const [sent] = await until(async () => {
        const jobs = await queue.list({ kind: 'tests.nightly' });
        return jobs.length > 0 && jobs;
      });
      time = new Date('2024-04-02T02:00:00Z');
      await until(async () => (await queue.schedules()).some(({ nextAt }) => nextAt.getTime() > time.getTime()));
      assert.deepEqual(
        (await queue.list({ kind: 'tests.nightly' })).map(({ id }) => id),
        [sent?.id],
      );
      const worker = queue.work(nightly, async () => undefined);
      await inState(sent?.id ?? '', 'done');
      time = new Date('2024-04-03T02:00:00Z');
      await until(async () => (await queue.list({ kind: 'tests.nightly' })).length === 2);
      await worker.stop();
      await schedules.stop();
    });

    it('counts what is due, for how long, and what has failed; a failed job can be forgotten', async () => {
      await sql`delete from jobs`.execute(database.owner);
      assert.deepEqual(await queue.backlog(), { due: 0, later: 0, running: 0, dead: 0, oldestSeconds: 0 });
      const hopeless = defineJob({ name: 'tests.hopeless', payload: z.null() });
      const id = await queue.send(hopeless, null);
      await queue.send(count, { n: 1 });
      await queue.send(count, { n: 2 }, { runAt: new Date(time.getTime() + 3_600_000) });
      later(90);
      const worker = queue.work(hopeless, () => Promise.reject(new GiveUp('no')));
      await inState(id, 'dead');
      await worker.stop();
      assert.deepEqual(await queue.backlog(), { due: 1, later: 1, running: 0, dead: 1, oldestSeconds: 90 });
      const [waiting] = await queue.list({ state: 'waiting' });
      assert.equal(await queue.forget(waiting?.id ?? ''), false);
      assert.equal(await queue.forget(id), true);
      assert.equal(await queue.forget(id), false);
      assert.equal(await queue.find(id), undefined);
      await sql`delete from jobs`.execute(database.owner);
    });

    it('looks less often while its queue cannot be reached, says so, and goes on by itself', async () => {
      const worker = queue.work(count, async () => undefined, { pollMilliseconds: 10 });
      await sql`alter table jobs rename to jobs_away`.execute(database.owner);
      const { failures, reason } = await until(async () => worker.state().failures >= 3 && worker.state());
      assert.ok(failures >= 3);
      assert.match(reason ?? '', /jobs/);
      await sql`alter table jobs_away rename to jobs`.execute(database.owner);
      await until(async () => worker.state().failures === 0);
      await inState(await queue.send(count, { n: 9 }), 'done');
      await worker.stop();
    });

    it('passes 3,000 jobs through two workers without losing or doubling one', async (test) => {
      const steady = tableQueue(database, { log: silent });
      const started = performance.now();
      await steady.sendAll(
        count,
        Array.from({ length: 3000 }, (_, n) => ({ payload: { n } })),
      );
      const sent = performance.now();
      const seen: number[] = [];
      const workers = [1, 2].map(() =>
        steady.work(count, async ({ payload }) => void seen.push(payload.n), { batch: 50 }),
      );
      await until(async () => seen.length >= 3000);
      const ended = performance.now();
      for (const worker of workers) await worker.stop();
      assert.equal(new Set(seen).size, 3000);
      assert.equal(seen.length, 3000);
      const rate = (from: number, to: number): number => Math.round(3_000_000 / (to - from));
      test.diagnostic(`sent ${rate(started, sent)} a second, done ${rate(sent, ended)} a second`);
    });

    it(
      'loses nothing when workers are killed',
      { skip: name !== 'the private PostgreSQL' && 'needs a server' },
      async (test) => {
        const steady = tableQueue(database, { log: silent });
        await sql`delete from jobs`.execute(database.owner);
        await steady.sendAll(
          count,
          Array.from({ length: 600 }, (_, n) => ({ payload: { n } })),
        );
        const address = await addressOf(database);
        const script = new URL('testing-worker.ts', import.meta.url).pathname;
        let spoken = 0;
        const aWorker = async (): Promise<() => Promise<void>> => {
          const child = spawn(process.execPath, [script, address], { stdio: ['ignore', 'pipe', 'inherit'] });
          test.after(() => child.kill('SIGKILL'));
          child.stdout.on('data', (dots: Buffer) => (spoken += dots.length));
          await once(child.stdout, 'data');
          return async () => {
            child.kill('SIGKILL');
            await once(child, 'exit');
          };
        };
        for (let kill = 0; kill < 3; kill += 1) {
          const end = await aWorker();
          await wait(100);
          await end();
        }
        const end = await aWorker();
        await until(async () => {
          const states = await steady.count();
          return states.length === 1 && states[0]?.state === 'done';
        });
        await end();
        const { rows } = await sql`select count(*) as n from counted`.execute(database.owner);
        assert.deepEqual(rows, [{ n: 600 }]);
        test.diagnostic(`3 workers killed: 600 jobs done, ${spoken - 600} of them twice`);
      },
    );
  });
}
