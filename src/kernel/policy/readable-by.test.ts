import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Database } from '#kernel/database/index.ts';
import { aDatabase } from '#kernel/database/testing.ts';
import { mayRead, operator, readableBy, rowSecurityFor } from './index.ts';
import type { Actor, Audience } from './index.ts';
import { people } from './testing/index.ts';

const audiences: Audience[] = [
  'public',
  'partners',
  'authorities',
  'office',
  'state:KEN',
  'state:NOR',
  'unit:research',
  'unit:treaties',
  'network:east',
  'network:west',
  'case:1',
  'case:of-mine',
  'case:of-others',
];

type Tables = { thing: { audience: string }; drop_box: { audience: string } };
let database: Database;
before(async () => {
  database = await aDatabase([
    {
      id: 'test/0001-things',
      sql: `create table thing (audience text not null); ${rowSecurityFor('thing')}
        create table drop_box (audience text not null); ${rowSecurityFor('drop_box', { inserts: 'any' })}`,
    },
  ]);
  await sql`insert into thing select unnest(${audiences}::text[])`.execute(database.owner);
});
after(() => database.close());

const expected = (actor: Actor): string[] => audiences.filter((audience) => mayRead(actor, audience)).sort();

test('the WHERE clause shows each kind of person exactly what they may read', async () => {
  for (const { name, actor } of [...people(), { name: 'operator', actor: operator }]) {
    const query = database.owner
      .withTables<Tables>()
      .selectFrom('thing')
      .select('audience')
      .where(readableBy(actor, 'thing.audience'));
    const seen = (await query.execute()).map(({ audience }) => audience);
    assert.deepEqual(seen.sort(), expected(actor), name);
  }
});

test('with the clause forgotten, the second wall shows the same', async () => {
  for (const { name, actor } of people()) {
    const seen = await database.as(actor, (transaction) =>
      transaction.withTables<Tables>().selectFrom('thing').select('audience').execute(),
    );
    assert.deepEqual(seen.map(({ audience }) => audience).sort(), expected(actor), name);
  }
});

test('nobody writes, changes or deletes behind the wall; a drop box takes what its writer cannot read back', async () => {
  const [outsider] = people().filter(({ name }) => name.startsWith('focal-point of Kenyan'));
  assert.ok(outsider);
  const { actor } = outsider;
  const act = (query: string) => database.as(actor, (transaction) => sql.raw(query).execute(transaction));
  await assert.rejects(act(`insert into thing values ('state:NOR')`), /row-level security/);
  await act(`insert into drop_box values ('office')`);
  assert.equal((await act('select * from drop_box')).rows.length, 0);
  await act('delete from thing');
  await assert.rejects(
    act(`update thing set audience = 'state:NOR'`)
      .then(() => act(`insert into thing values ('public')`))
      .then(() => act(`update thing set audience = 'state:NOR'`)),
    /row-level security/,
  );
  const left = await sql<{ audience: string }>`select audience from thing`.execute(database.owner);
  assert.deepEqual(
    left.rows
      .map(({ audience }) => audience)
      .filter((audience) => audience !== 'public')
      .sort(),
    audiences.filter((audience) => !mayRead(actor, audience)).sort(),
  );
});
