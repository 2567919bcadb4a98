import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { Client } from 'pg';
import { anonymous } from '#kernel/policy/actor.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import { addressOf, aPrivateDatabase, databasesUnderTest, silent } from './testing.ts';
import type { OpenDatabase } from './types.ts';

const open = (databaseUrl: string): Promise<OpenDatabase> =>
  openDatabase({ dataFolder: '/nowhere', databaseUrl, log: silent });

// A private server serves as the named one, seen from outside.
describe('a server named by DATABASE_URL', { skip: databasesUnderTest[1]?.skip ?? false, timeout: 60_000 }, () => {
  let server: OpenDatabase;
  let asAdministrator: Client;
  let addressAs: (user: string, database: string) => string;
  before(async () => {
    server = await aPrivateDatabase([]);
    const address = await addressOf(server);
    addressAs = (user, database) =>
      address.replace('mandata_owner:', `${user}:`).replace('@/mandata?', `@/${database}?`);
    asAdministrator = new Client({ connectionString: addressAs('postgres', 'postgres') });
    await asAdministrator.connect();
    const { rows } = await asAdministrator.query<{ password: string }>(
      `select rolpassword as password from pg_authid where rolname = 'postgres'`,
    );
    for (const statement of [
      // As on a server that has never seen Mandata.
      'alter role mandata_app rename to another_app',
      `create role ministry login createrole password '${rows[0]?.password ?? ''}'`,
      `create role guest login password '${rows[0]?.password ?? ''}'`,
      'create database ministry owner ministry',
      'create database guest owner guest',
      `create database latin owner ministry encoding 'LATIN1' locale_provider libc locale 'C' template template0`,
    ]) {
      await asAdministrator.query(statement);
    }
  });
  after(async () => {
    await asAdministrator.end();
    await server.close();
  });

  it('is opened as an owner who is no superuser', async () => {
    const database = await open(addressAs('ministry', 'ministry'));
    assert.equal(database.kind, 'named');
    assert.match(database.facts.where, /^\/.*socket\/ministry$/);
    assert.equal(database.facts.survivesPowerLoss, true);
    await migrate(database, [{ id: 'a/0001-t', sql: 'create table t (id int); insert into t values (1)' }]);
    const { rows } = await database.as(anonymous, (transaction) =>
      sql`select id, current_user as user from t`.execute(transaction),
    );
    assert.deepEqual(rows, [{ id: 1, user: 'mandata_app' }]);
    const heard: string[] = [];
    await database.listen('bell', (payload) => heard.push(payload));
    await sql`select pg_notify('bell', 'x')`.execute(database.owner);
    for (let tries = 0; heard.length === 0 && tries < 100; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    assert.deepEqual(heard, ['x']);
    await database.close();
  });

  it('takes the steps once when four start at once', async () => {
    const address = addressAs('ministry', 'ministry');
    const starters = await Promise.all(Array.from({ length: 4 }, () => open(address)));
    const steps = Array.from({ length: 5 }, (_, n) => ({
      id: `b/000${n}-t`,
      sql: `create table b${n} (id int); select pg_sleep(0.02)`,
    }));
    const first = { id: 'a/0001-t', sql: 'create table t (id int); insert into t values (1)' };
    const applied = await Promise.all(starters.map((database) => migrate(database, [first, ...steps])));
    assert.deepEqual(
      applied.flatMap((result) => result.applied).sort(),
      steps.map(({ id }) => id),
    );
    await Promise.all(starters.map((database) => database.close()));
  });

  it('is refused in a sentence when Mandata cannot work with it', async () => {
    const cases: readonly (readonly [string, RegExp])[] = [
      [addressAs('guest', 'guest'), /role of their own, which the user in DATABASE_URL may not create or take on/],
      [addressAs('ministry', 'guest'), /may not create tables in .*guest/],
      [addressAs('ministry', 'latin'), /keeps its text as LATIN1/],
      [addressAs('ministry', 'nowhere'), /does not let Mandata in: database "nowhere" does not exist/],
      [
        'postgres://u:pw12@127.0.0.1:1/x',
        /The database 127\.0\.0\.1:1\/x named by DATABASE_URL does not let Mandata in: connect ECONNREFUSED/,
      ],
    ];
    for (const [address, says] of cases) {
      await assert.rejects(open(address), (error: unknown) => {
        assert.ok(error instanceof Error);
        assert.match(error.message, says);
        assert.ok(!error.message.includes('pw12') && !error.message.includes('\n'));
        return true;
      });
    }
  });

  it('may go away and come back: requests fail with "unavailable", and the process lives', async () => {
    const database = await open(addressAs('ministry', 'ministry'));
    const held = database.owner.transaction().execute(async (transaction) => {
      await sql`select 1`.execute(transaction);
      await asAdministrator.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'ministry'`);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await sql`select 1`.execute(transaction);
    });
    await assert.rejects(held, { name: 'Problem', kind: 'unavailable' });
    assert.equal((await sql`select 1 as one`.execute(database.owner)).rows.length, 1);
    await database.close();
    await assert.rejects(sql`select 1`.execute(database.owner));
  });
});

it('a server older than PostgreSQL 15 is refused', async (test) => {
  // Just enough of the protocol to sign in and say a version.
  const message = (type: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(5);
    head.write(type);
    head.writeInt32BE(body.length + 4, 1);
    return Buffer.concat([head, body]);
  };
  const text = (value: string): Buffer => Buffer.concat([Buffer.from([0, 0, 0, value.length]), Buffer.from(value)]);
  const columns: readonly (readonly [string, number, string])[] = [
    ['number', 23, '140011'],
    ['version', 25, '14.11'],
    ['encoding', 25, 'UTF8'],
    ['safe', 16, 't'],
    ['app', 16, 'f'],
    ['creates', 16, 't'],
  ];
  const description = columns.map(([name, type]) => {
    const rest = Buffer.alloc(18);
    rest.writeInt32BE(type, 6);
    return Buffer.concat([Buffer.from(`${name}\0`), rest]);
  });
  const count = Buffer.from([0, columns.length]);
  const ready = message('Z', Buffer.from('I'));
  const old = createServer((socket) => {
    let signedIn = false;
    socket.on('error', () => undefined);
    socket.on('data', () => {
      if (!signedIn) socket.write(Buffer.concat([message('R', Buffer.alloc(4)), ready]));
      else {
        const row = Buffer.concat([count, ...columns.map(([, , value]) => text(value))]);
        socket.write(
          Buffer.concat([
            message('T', Buffer.concat([count, ...description])),
            message('D', row),
            message('C', Buffer.from('SELECT 1\0')),
            ready,
          ]),
        );
      }
      signedIn = true;
    });
  });
  await new Promise<void>((resolve) => old.listen(0, '127.0.0.1', resolve));
  test.after(() => old.close());
  const address = old.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await assert.rejects(
    open(`postgres://u:p@127.0.0.1:${port}/x`),
    /runs PostgreSQL 14\.11, and Mandata needs version 15 or later/,
  );
});
