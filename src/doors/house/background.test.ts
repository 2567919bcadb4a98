import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import * as z from 'zod';
import type { OpenDatabase } from '#kernel/database/index.ts';
import { addressOf, databasesUnderTest } from '#kernel/database/testing.ts';
import { aNatsServer, noNats, type TestNats } from '#kernel/streams/testing/a-nats-server.ts';
import { aFolder, aServer, jsonOf, runMandata, type TestServer } from '#kernel/testing/index.ts';

const { skip, open } = databasesUnderTest.find(({ name }) => name === 'the private PostgreSQL') ?? assert.fail();

async function until<T>(find: () => Promise<T | undefined | false>): Promise<T> {
  for (let tries = 0; tries < 1200; tries += 1) {
    const found = await find();
    if (found !== undefined && found !== false) return found;
    await wait(50);
  }
  throw new Error(`never came: ${find.toString()}`);
}

const Ready = z.object({
  checks: z.object({
    streams: z.object({ kind: z.string(), answers: z.boolean() }),
    background: z.object({
      running: z.boolean(),
      workers: z.int(),
      failing: z.array(z.string()),
      jobs: z.object({ due: z.int(), running: z.int(), failed: z.int(), oldestSeconds: z.number() }),
    }),
  }),
});

// Two servers, each with its data folder, on one named PostgreSQL.
describe('the work in the background', { skip, timeout: 240_000 }, () => {
  let database: OpenDatabase;
  let folder: Awaited<ReturnType<typeof aFolder>>;
  let first: TestServer;
  let second: TestServer;
  let env: Record<string, string>;
  const start = (name: string): Promise<TestServer> => aServer({ data: `${folder.path}/${name}`, env });
  const run = (...words: string[]) => runMandata(words, { data: `${folder.path}/second`, env });

  before(async () => {
    database = await open([]);
    folder = await aFolder();
    env = {
      DATABASE_URL: await addressOf(database),
      MANDATA_SECRET: randomUUID(),
      MANDATA_DEMO: '0',
      MANDATA_BACKUP_AT: 'off',
    };
    first = await start('first');
    second = await start('second');
  });
  after(async () => {
    await first?.stop();
    await second?.stop();
    await database?.close();
    await folder?.remove();
  });

  interface Job {
    readonly id: string;
    readonly state: string;
    readonly attempts: number;
    readonly reason: string | null;
  }
  const find = async (key: string): Promise<Job | undefined> =>
    (await sql<Job>`select id, state, attempts, reason from jobs where key = ${key}`.execute(database.owner)).rows[0];
  const inState = (key: string, state: string): Promise<Job> =>
    until(async () => {
      const job = await find(key);
      return job?.state === state && job;
    });
  /** Puts off whatever would come by itself while the test runs. */
  const putOff = () => sql`update job_schedules set next_at = now() + interval '1 day'`.execute(database.owner);
  /** Makes a schedule due as of some time ago; gives the key of the job that it then sends. */
  const due = async (name: string, minutesAgo: number): Promise<string> => {
    const { rows } = await sql<{ at: Date }>`update job_schedules
      set next_at = date_trunc('minute', now()) - make_interval(mins => ${minutesAgo})
      where name = ${name} returning next_at as at`.execute(database.owner);
    await sql`select pg_notify('mandata_jobs', 'schedules')`.execute(database.owner);
    const key = `${name}@${rows[0]?.at.toISOString() ?? ''}`;
    await until(() => find(key));
    await putOff();
    return key;
  };
  const gauge = async (server: TestServer, name: string): Promise<number> => {
    const text = await (await server.ask('/metrics')).text();
    const line = text.split('\n').find((each) => each.startsWith(`${name} `)) ?? assert.fail(`${name} in ${text}`);
    return Number(line.split(' ').at(-1));
  };

  it('runs on each server, and both say so', async () => {
    for (const server of [first, second]) {
      const { background, streams } = Ready.parse(await (await server.ask('/readyz')).json()).checks;
      assert.deepEqual(streams, { kind: 'database', answers: true });
      assert.equal(background.running, true);
      assert.ok(background.workers >= 6);
      assert.deepEqual([background.failing, background.jobs.failed], [[], 0]);
      assert.equal(await gauge(server, 'mandata_background_running'), 1);
      assert.equal(await gauge(server, 'mandata_audit_chain_broken'), 0);
    }
  });

  it('does what a schedule asks for once, however many servers there are', async () => {
    await putOff();
    for (const minutesAgo of [30, 20, 10])
      assert.equal((await inState(await due('identity.sweep', minutesAgo), 'done')).attempts, 1);
    const { rows } = await sql`select count(*) as n from jobs where kind = 'identity.sweep'`.execute(database.owner);
    assert.deepEqual(rows, [{ n: 3 }]);
  });

  it('raises an alarm when the chain of the audit log is broken, in the log, the figures and the list of failed jobs', async () => {
    await run('organizations', 'create', 'Ministry of Justice', '--kind', 'state', '--state', 'KEN');
    await until(async () => (await sql`select 1 from audit_seal`.execute(database.owner)).rows.length > 0);
    await sql
      .raw(`alter table audit_entry disable trigger user; update audit_entry set details = '{"changed": true}';
      alter table audit_entry enable trigger user`)
      .execute(database.owner);
    const key = await due('audit.verify', 5);
    const failed = await inState(key, 'dead');
    assert.match(failed.reason ?? '', /^The chain of the audit log is broken at batch 1/);
    for (const server of [first, second]) {
      assert.equal(await gauge(server, 'mandata_audit_chain_broken'), 1);
      assert.equal(await gauge(server, 'mandata_schedule_failed{schedule="audit.verify"}'), 1);
      assert.equal(await gauge(server, 'mandata_jobs{state="failed"}'), 1);
    }
    const alarms = [...first.log, ...second.log].filter((line) =>
      /"level":"error".*chain of the audit log is broken/.test(line),
    );
    assert.equal(alarms.length, 1);

    const listed = z.array(z.looseObject({ id: z.string(), kind: z.string(), reason: z.string().nullable() }));
    const [shown] = listed.parse(jsonOf(await run('jobs', 'list', '--state', 'failed', '--json')));
    assert.deepEqual([shown?.id, shown?.kind, shown?.reason], [failed.id, 'audit.verify', failed.reason]);
    assert.equal((await run('jobs', 'retry', failed.id)).code, 0);
    await inState(key, 'dead');
    assert.equal((await run('jobs', 'forget', '--all')).code, 0);
    assert.deepEqual(listed.parse(jsonOf(await run('jobs', 'list', '--state', 'failed', '--json'))), []);
    assert.equal((await run('jobs', 'retry', failed.id)).code, 1);
    assert.equal((await run('jobs', 'retry')).code, 2);
    const { rows } = await sql`select action from audit_entry where subject_kind = 'job' order by action`.execute(
      database.owner,
    );
    assert.deepEqual(rows, [{ action: 'jobs.forget' }, { action: 'jobs.retry' }]);
  });

  /** Holds up the sweep, which cannot go on while its table is locked. */
  const holdUp = async (): Promise<() => Promise<void>> => {
    const gate = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    const lock = database.owner.transaction().execute(async (transaction) => {
      await sql`lock table identity_session in access exclusive mode`.execute(transaction);
      held.resolve();
      await gate.promise;
    });
    await held.promise;
    return () => {
      gate.resolve();
      return lock;
    };
  };

  it('comes back when the server that had it in hand is killed', async () => {
    assert.equal(await second.stop(), 0);
    const letGo = await holdUp();
    const key = await due('identity.sweep', 2);
    await inState(key, 'running');
    await first.kill();
    await letGo();
    second = await start('second');
    // Its lease runs out a minute after the last sign of life; here at once.
    await sql`update jobs set leased_until = now() where key = ${key} and state = 'running'`.execute(database.owner);
    assert.equal((await inState(key, 'done')).attempts, 2);
  });

  it('is waited for at a stop', async () => {
    const letGo = await holdUp();
    const key = await due('identity.sweep', 1);
    await inState(key, 'running');
    const stopping = second.stop();
    await until(async () => second.log.some((line) => line.includes('"stopping"')));
    await letGo();
    assert.equal(await stopping, 0);
    assert.deepEqual([(await find(key))?.state, (await find(key))?.attempts], ['done', 1]);
  });
});

describe('a server with NATS_URL', { skip: noNats, timeout: 120_000 }, () => {
  let folder: Awaited<ReturnType<typeof aFolder>>;
  let nats: TestNats;
  before(async () => {
    folder = await aFolder();
    nats = await aNatsServer();
  });
  after(async () => {
    await nats?.close();
    await folder?.remove();
  });

  it('keeps its streams there, says when it does not answer, and does not start without it', async () => {
    const env = { NATS_URL: nats.url, MANDATA_DEMO: '0' };
    const data = `${folder.path}/data`;
    const server = await aServer({ data, env });
    const streams = async () => Ready.parse(await (await server.ask('/readyz')).json()).checks.streams;
    assert.deepEqual(await streams(), { kind: 'nats', answers: true });
    assert.equal((await runMandata(['streams', 'list', '--json'], { data, env })).out.trim(), '[]');
    await nats.kill();
    assert.deepEqual(await streams(), { kind: 'nats', answers: false });
    // Readers of the site are not sent away for that.
    assert.equal((await server.ask('/readyz')).status, 200);
    assert.match(await (await server.ask('/metrics')).text(), /^mandata_streams_answer 0$/m);
    await nats.restart();
    await until(async () => (await streams()).answers);
    await nats.kill();
    assert.equal(await server.stop(), 0);

    const refused = await runMandata(['serve'], { data, env: { ...env, PORT: '0' } });
    assert.equal(refused.code, 1, refused.err);
    const said = refused.err
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('{'));
    assert.equal(said.length, 1, refused.err);
    assert.match(
      said[0] ?? '',
      /^NATS_URL names 127\.0\.0\.1:\d+, which cannot be reached: .*Start it, or leave NATS_URL out/,
    );
    // A command that reads no streams does not ask for it.
    assert.equal((await runMandata(['jobs', 'list'], { data, env })).code, 0);
  });
});
