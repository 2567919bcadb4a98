import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { Actor } from '#kernel/policy/actor.ts';
import { anonymous, operator } from '#kernel/policy/actor.ts';
import { migrate } from './migrate.ts';
import { aDatabase } from './testing.ts';
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

describe('a database with its steps', () => {
  let database: OpenDatabase;
  before(async () => {
    database = await aDatabase(returns);
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

  it('refuses an audience without a policy and a view that reads as its owner', async () => {
    const bare = { id: 'law/0001-bare', sql: 'create table bare (id int, audience text)' };
    await assert.rejects(migrate(await aDatabase([]), [bare]), /bare has an audience and no row-level security/);
    const view = { id: 'law/0001-view', sql: 'create view v as select 1 as one' };
    await assert.rejects(migrate(await aDatabase([]), [view]), /view v reads as its owner/);
  });
});
