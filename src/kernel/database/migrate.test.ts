import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { Actor } from '#kernel/policy/actor.ts';
import { anonymous, operator } from '#kernel/policy/actor.ts';
import { migrate } from './migrate.ts';
import { aDatabase, databasesUnderTest } from './testing.ts';
import type { Migration, OpenDatabase } from './types.ts';

const returns: readonly Migration[] = [
  {
    id: 'surveys/0001-returns',
    sql: `create table returns (id text primary key, audience text not null);
      alter table returns enable row level security;
      create policy reads on returns using (mandata_reads(audience)) with check (true);
      create table acts (id int primary key);
      comment on table acts is 'Append-only. [app: select, insert]';
      create table seals (id int primary key);
      comment on table seals is 'The sealer''s own. [app: none]';
      insert into returns values ('KEN-2024', 'state:KEN'), ('world', 'public'), ('comma', 'unit:a,office');`,
  },
];

const focalPoint = (state: string): Actor => ({
  kind: 'account',
  id: 'a1',
  email: 'a@example.org',
  name: 'A',
  role: 'focal-point',
  organization: { id: 'o1', name: 'Office', kind: 'state', state },
});

for (const { name, skip, open } of databasesUnderTest)
  describe(`steps and rights on ${name}`, { skip }, () => {
    let database: OpenDatabase;
    before(async () => {
      database = await open(returns);
    });
    after(() => database.close());

    const seenBy = (actor: Actor): Promise<string[]> =>
      database.as(actor, async (transaction) => {
        const { rows } = await sql<{ id: string }>`select id from returns order by id`.execute(transaction);
        return rows.map(({ id }) => id);
      });

    it('shows each actor the rows of their audiences', async () => {
      assert.deepEqual(await seenBy(anonymous), ['world']);
      assert.deepEqual(await seenBy(focalPoint('KEN')), ['KEN-2024', 'world']);
      assert.deepEqual(await seenBy(focalPoint('FRA')), ['world']);
      assert.deepEqual(await seenBy(operator), ['KEN-2024', 'comma', 'world']);
    });

    it('lets a request only do what the comment of a table allows', async () => {
      const asOperator = (statement: string): Promise<unknown> =>
        database.as(operator, (transaction) => sql.raw(statement).execute(transaction));
      await asOperator('insert into acts values (1)');
      await assert.rejects(asOperator('delete from acts'), /permission denied for table acts/);
      await assert.rejects(asOperator('select * from seals'), /permission denied for table seals/);
      await assert.rejects(asOperator('create table mine (id int)'), /permission denied for schema public/);
      await assert.rejects(asOperator('select * from mandata_migrations'), /permission denied/);
    });

    it('does nothing the second time', async () => {
      assert.deepEqual(await migrate(database, returns), { applied: [] });
    });

    it('refuses an edited step, a newer database and a step that comes late', async () => {
      const [step] = returns;
      assert.ok(step);
      await assert.rejects(migrate(database, [{ ...step, sql: `${step.sql} ` }]), /surveys\/0001-returns was changed/);
      await assert.rejects(migrate(database, []), /newer Mandata: it holds the step surveys\/0001-returns/);
      await assert.rejects(
        migrate(database, [{ id: 'surveys/0000-before', sql: 'select 1' }, step]),
        /surveys\/0000-before comes before surveys\/0001-returns/,
      );
    });

    it('leaves nothing of a step that fails', async () => {
      const failing = { id: 'surveys/0002-fails', sql: 'create table half (id int); select * from nowhere' };
      await assert.rejects(migrate(database, [...returns, failing]), /surveys\/0002-fails failed: relation "nowhere"/);
      const { rows } = await sql`select to_regclass('half') as there`.execute(database.owner);
      assert.deepEqual(rows, [{ there: null }]);
      assert.deepEqual(await migrate(database, returns), { applied: [] });
    });

    it('ends every setting of the actor with the transaction', async () => {
      await seenBy(operator);
      const { rows } =
        await sql`select current_user <> 'mandata_app' as owner, mandata_reads('public') as reads`.execute(
          database.owner,
        );
      assert.deepEqual(rows, [{ owner: true, reads: false }]);
    });

    it('undoes everything when the work fails', async () => {
      const work = database.as(operator, async (transaction) => {
        await sql`insert into acts values (9)`.execute(transaction);
        throw new Error('changed my mind');
      });
      await assert.rejects(work, /changed my mind/);
      const { rows } = await sql`select count(*) as n from acts where id = 9`.execute(database.owner);
      assert.deepEqual(rows, [{ n: 0 }]);
    });

    it('takes no comma, quote or backslash in an audience for another audience', async () => {
      const unit = (name: string): Actor => ({
        kind: 'account',
        id: 'a2',
        email: 'b@example.org',
        name: 'B',
        role: 'analyst',
        organization: { id: 'o2', name: 'N', kind: 'network', unit: name },
      });
      for (const name of ['a,office', 'a","office', 'a\\","office', '{office}', "a'b"]) {
        const reads = await database.as(unit(name), async (transaction) => {
          const { rows } = await sql<{ office: boolean; own: boolean }>`
          select mandata_reads('office') as office, mandata_reads(${`network:${name}`}) as own`.execute(transaction);
          return rows[0];
        });
        assert.deepEqual(reads, { office: false, own: true }, name);
      }
    });

    it('reads values by the rules of the house', async () => {
      const { rows } =
        await sql`select 9007199254740991::int8 as whole, 1.10::numeric as exact, 0.5::float8 as approximate,
      date '2024-02-29' as day, timestamp '2024-01-02 03:04:05' as naive, timestamptz '2024-01-02 03:04:05+02' as moment,
      array[1, 2]::int8[] as wholes, array[1.0, null]::numeric[] as exacts, array['a,b', '"']::text[] as texts,
      '{"a": [1]}'::jsonb as json, '\\x00ff'::bytea as bytes, interval '1 day 2 hours' as span, true as yes, null as none`.execute(
          database.owner,
        );
      assert.deepEqual(rows, [
        {
          whole: 9007199254740991,
          exact: '1.10',
          approximate: 0.5,
          day: '2024-02-29',
          naive: new Date('2024-01-02T03:04:05Z'),
          moment: new Date('2024-01-02T01:04:05Z'),
          wholes: [1, 2],
          exacts: ['1.0', null],
          texts: ['a,b', '"'],
          json: { a: [1] },
          bytes: Buffer.from([0, 255]),
          span: 'P1DT2H',
          yes: true,
          none: null,
        },
      ]);
      await assert.rejects(sql`select 9007199254740993::int8`.execute(database.owner), /too large to be read exactly/);
      const { rows: again } =
        await sql`select ${new Date('2024-05-06T07:08:09.123Z')}::timestamptz::text as moment`.execute(database.owner);
      assert.deepEqual(again, [{ moment: '2024-05-06 07:08:09.123+00' }]);
    });

    it('hears what is notified, after the commit only', async () => {
      const heard: string[] = [];
      const stop = await database.listen('bell', (payload) => heard.push(payload));
      await database.owner.transaction().execute(async (transaction) => {
        await sql`select pg_notify('bell', 'one')`.execute(transaction);
        await new Promise((resolve) => setTimeout(resolve, 50));
        assert.deepEqual(heard, []);
      });
      for (let tries = 0; heard.length === 0 && tries < 100; tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 10));
      assert.deepEqual(heard, ['one']);
      await stop();
    });
  });

it('refuses an audience without a policy and a view that reads as its owner', async () => {
  const bare = { id: 'law/0001-bare', sql: 'create table bare (id int, audience text)' };
  await assert.rejects(migrate(await aDatabase([]), [bare]), /bare has an audience and no row-level security/);
  const view = { id: 'law/0001-view', sql: 'create view v as select 1 as one' };
  await assert.rejects(migrate(await aDatabase([]), [view]), /view v reads as its owner/);
});
