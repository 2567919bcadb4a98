import assert from 'node:assert/strict';
import { PassThrough, Writable } from 'node:stream';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { migrate } from '../migrate.ts';
import { aDatabase, databasesUnderTest } from '../testing.ts';
import type { Migration, OpenDatabase } from '../types.ts';
import { dumpTables } from './dump-tables.ts';
import { restoreTables } from './restore-tables.ts';

const steps: readonly Migration[] = [
  {
    id: 'tests/0001-everything',
    sql: `
    create type mood as enum ('calm', 'tense');
    create domain share as numeric(5,2) check (value between 0 and 100);
    create type point_in_time as (place text, at timestamptz);
    create table everything (
      id bigint generated always as identity primary key, "Odd ""Name" text, flag boolean, small smallint, whole int, big bigint,
      exact numeric, money_like numeric(12,2), single real, double double precision, letters varchar(8), fixed char(5), one "char",
      bytes bytea, day date, clock time(3), zoned timetz, naive timestamp, moment timestamptz, span interval, uid uuid, j json, jb jsonb,
      words tsvector, question tsquery, address inet, network cidr, bits bit(4), more_bits bit varying(9), spot point,
      numbers int4range, days daterange, several int4multirange, texts text[], grid int[][], moods mood[], mood mood, part share,
      pair point_in_time, relation regclass, document xml, doubled bigint generated always as (whole::bigint * 2) stored
    );
    create table parents (id int primary key, parent int references parents (id) deferrable);
    create table children (id int primary key, parent int not null references parents (id), audience text not null default 'office');
    alter table children enable row level security;
    create policy reads on children using (mandata_reads(audience));
    create function shout() returns trigger language plpgsql as $$ begin raise exception 'a trigger ran'; end $$;
    create table quiet (id serial primary key, note text);
    create trigger loud before insert on quiet for each row execute function shout();
    create table seeded (code text primary key);
    insert into seeded values ('from the step');
    create table "no columns" ();
    create table by_year (year int, value text) partition by list (year);
    create table by_year_2023 partition of by_year for values in (2023);
    create table by_year_2024 partition of by_year for values in (2024);
    create sequence numbers start 1000;`,
  },
];

const nothing = Array.from({ length: 41 }, () => 'null').join(', ');
const fill = `
  insert into everything overriding system value values
    (7, E'tab\\t"quote" \\\\ back\\nline \\u2028 né 漢字 🜂', true, -32768, 2147483647, 9223372036854775807,
     123456789012345678901234567890.000100, -0.10, '1e-40', 0.1 + 0.2::float8, 'varchar', 'ab', 'x', '\\x00ff5c0a', '0044-03-15 BC', '23:59:59.999',
     '12:00+05:30', '2024-02-29 23:59:59.123456', '1850-06-01 00:00:00.000001+00', '-1 year 2 mons -3 days 04:05:06.789',
     'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', '{"b":1,  "a":[1.0,1e5]}', '{"z": [null, "\\u00e9", 1.00]}', to_tsvector('english', 'seized drugs'),
     'drug & !seizure', '2001:db8::1', '10.0.0.0/8', B'1010', B'101', '(1.5,-2)', '[1,5)', '[2024-01-01,)', '{[1,2),[5,9)}',
     array['a,b', null, '"', '{', ''], '{{1,2},{3,4}}', '{calm,tense}', 'tense', 99.99, row('Vienna, "AT"', '2024-01-01'), 'parents', '<a b="c">d</a>'),
    (8, '', false, 0, 0, 0, 'NaN', 0, 'Infinity', '-Infinity', '', '', '', '', 'infinity', '00:00', '00:00+00', '-infinity', 'infinity', '0',
     '00000000-0000-0000-0000-000000000000', 'null', '[]', '', '', '0.0.0.0', '0.0.0.0/0', B'0000', B'', '(0,0)', 'empty', 'empty', '{}', '{}', '{}', '{}',
     'calm', 0, row(null, null), null, ''),
    (9, ${nothing.split(', ').slice(0, 40).join(', ')});
  insert into parents values (3, null), (1, 3), (2, 1);
  insert into children values (1, 2, 'public'), (2, 1, 'state:KEN'), (3, 3, 'office');
  alter table quiet disable trigger loud; insert into quiet (note) values ('kept'); alter table quiet enable trigger loud;
  delete from seeded; insert into seeded values ('changed since');
  insert into "no columns" default values; insert into "no columns" default values;
  insert into by_year values (2023, 'a'), (2024, 'b');
  select setval('numbers', 5000);`;

async function dumped(database: OpenDatabase): Promise<{ bytes: Buffer; tables: Map<string, string> }> {
  const pieces: Buffer[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      pieces.push(chunk);
      setImmediate(done);
    },
  });
  const { tables } = await dumpTables(database, sink, new Date('2024-01-01T00:00:00Z'));
  await new Promise((resolve) => sink.end(resolve));
  return {
    bytes: Buffer.concat(pieces),
    tables: new Map(tables.map((table) => [table.name, `${table.rows} ${table.sha256}`])),
  };
}

/** The bytes in pieces of awkward sizes, cut through characters. */
async function* inPieces(bytes: Buffer, size = 997): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

for (const { name, skip, open } of databasesUnderTest) {
  // PGlite is built without XML.
  const fitted = (text: string): string => (name === 'PGlite' ? text.replace('document xml', 'document text') : text);
  const migrations = steps.map((step) => ({ ...step, sql: fitted(step.sql) }));

  describe(`a dump of ${name}`, { skip, timeout: 120_000 }, () => {
    let database: OpenDatabase;
    let bytes: Buffer;
    let tables: Map<string, string>;
    before(async () => {
      database = await open(migrations);
      await sql.raw(fill).execute(database.owner);
      ({ bytes, tables } = await dumped(database));
    });
    after(() => database.close());

    it('counts every row, also those that a policy shows to some', () => {
      const counts = Object.fromEntries([...tables].map(([table, said]) => [table, Number(said.split(' ')[0])]));
      assert.deepEqual(counts, {
        by_year: 2,
        children: 3,
        everything: 3,
        'no columns': 2,
        parents: 3,
        quiet: 1,
        seeded: 1,
      });
    });

    it('is restored to the same values of every type, keys, sequences and rights', async () => {
      const target = await open([]);
      const summary = await restoreTables(target, inPieces(bytes), migrations);
      assert.deepEqual((await dumped(target)).tables, tables);
      assert.equal(summary.tables.length, 7);
      const whole = sql`select everything::text as row from everything order by id`;
      assert.deepEqual((await whole.execute(target.owner)).rows, (await whole.execute(database.owner)).rows);
      const { rows } = await sql`insert into parents values (4, 99)`
        .execute(target.owner)
        .catch((error: unknown) => ({ rows: [String(error)] }));
      assert.match(String(rows[0]), /foreign key/);
      await assert.rejects(sql`insert into quiet (note) values ('x')`.execute(target.owner), /a trigger ran/);
      const { rows: next } = await sql`select nextval('numbers') as n, nextval('quiet_id_seq') as q`.execute(
        target.owner,
      );
      // The refused row took 2.
      assert.deepEqual(next, [{ n: 5001, q: 3 }]);
      const seen = await target.as({ kind: 'anonymous' }, (transaction) =>
        sql`select id from children`.execute(transaction),
      );
      assert.deepEqual(seen.rows, [{ id: 1 }]);
      const later = { id: 'tests/0002-later', sql: 'alter table seeded add column note text' };
      assert.deepEqual(await migrate(target, [...migrations, later]), { applied: ['tests/0002-later'] });
      await target.close();
    });

    it('is refused by a database that is not empty', async () => {
      await assert.rejects(restoreTables(database, inPieces(bytes), migrations), /not empty: it has the table by_year/);
      assert.deepEqual((await dumped(database)).tables, tables);
    });

    it('is refused whole when it is cut short, altered, or of another version', async () => {
      const changed = (change: (text: string) => string): Buffer => {
        const text = change(bytes.toString());
        assert.notEqual(text, bytes.toString());
        return Buffer.from(text);
      };
      const edited = migrations.map((step) => ({ ...step, sql: `${step.sql} ` }));
      const cases: readonly (readonly [Buffer, RegExp, (readonly Migration[])?])[] = [
        [bytes.subarray(0, bytes.length >> 1), /damaged/],
        [changed((all) => all.replace('"state:KEN"', '"state:FRA"')), /rows of children were changed/],
        [bytes.subarray(0, bytes.length - 80), /damaged/],
        [changed((all) => all.replace('["1","kept"]\n', '')), /rows of quiet were changed/],
        [changed((all) => all.replace('"called":true', '"called":false')), /checksum does not fit/],
        [changed((all) => `${all}[]\n`), /something follows its end/],
        [changed((all) => all.replace('{"table":"seeded"', '{"table":"grown"')), /a table was expected/],
        [Buffer.from('PK\u0003\u0004 no dump'), /damaged: a line cannot be read/],
        [Buffer.from('{}\n'), /no backup that Mandata made/],
        [bytes, /does not have its step tests\/0001-everything/, []],
        [bytes, /does not have its step tests\/0001-everything/, edited],
      ];
      let target = await open([]);
      for (const [wrong, says, steps] of name === 'PGlite' ? cases : cases.slice(0, 2)) {
        await assert.rejects(restoreTables(target, inPieces(wrong), steps ?? migrations), says);
        const { rows } = await sql<{ there: boolean }>`select to_regclass('seeded') is not null as there`.execute(
          target.owner,
        );
        // Refused before its steps ran: the database is still empty.
        if (rows[0]?.there !== true) continue;
        const { rows: seeded } = await sql`select code from seeded`.execute(target.owner);
        assert.deepEqual(seeded, [{ code: 'from the step' }], 'nothing of the dump stays');
        await target.close();
        target = await open([]);
      }
      await target.close();
    });

    it('shows one moment while others write', { skip: name === 'PGlite' && 'PGlite has one session' }, async () => {
      const stop = new AbortController();
      const writer = (async () => {
        for (let n = 10; !stop.signal.aborted; n += 1) {
          await sql`with p as (insert into parents values (${n}, null)) insert into children values (${n}, ${n})`.execute(
            database.owner,
          );
        }
      })();
      await new Promise((resolve) => setTimeout(resolve, 100));
      const during = await dumped(database);
      stop.abort();
      await writer;
      const count = (table: string): number => Number(during.tables.get(table)?.split(' ')[0]);
      assert.equal(count('parents'), count('children'));
      assert.ok(count('parents') > 3);
    });
  });
}

describe('a dump of a large table', () => {
  it('is written and read in bounded memory', { timeout: 120_000 }, async (test) => {
    const private_ = databasesUnderTest[1];
    if (private_ === undefined || private_.skip !== false) return test.skip('no private PostgreSQL');
    const big = [{ id: 'tests/0001-big', sql: 'create table big (id int primary key, body text)' }];
    const from = await private_.open(big);
    // In rows of 0 bytes to 2.5 MB.
    await sql`insert into big select n, repeat(md5(n::text), case when n % 1000 = 0 then 80000 else n % 200 end)
      from generate_series(0, 12000) n`.execute(from.owner);
    const pipe = new PassThrough({ highWaterMark: 2 ** 20 });
    const to = await private_.open([]);
    globalThis.gc?.();
    const before = process.memoryUsage.rss();
    let peak = before;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
    const started = performance.now();
    let size = 0;
    pipe.on('data', (piece: Buffer) => (size += piece.length)).pause();
    const dumping = dumpTables(from, pipe, new Date(0)).finally(() => pipe.end());
    const summary = await restoreTables(to, pipe, big);
    await dumping;
    clearInterval(watch);
    assert.equal(summary.tables[0]?.rows, 12_001);
    const grown = (peak - before) / 2 ** 20;
    test.diagnostic(
      `${Math.round(size / 2 ** 20)} MB dumped and restored in ${Math.round(performance.now() - started)} ms, memory grew by ${Math.round(grown)} MB`,
    );
    assert.ok(grown < 200, `${grown} MB`);
    await from.close();
    await to.close();
  });
});

it('a dump of PGlite is restored into the private PostgreSQL', { timeout: 60_000 }, async (test) => {
  const private_ = databasesUnderTest[1];
  if (private_ === undefined || private_.skip !== false) return test.skip('no private PostgreSQL');
  const plain = steps.map((step) => ({ ...step, sql: step.sql.replace('document xml', 'document text') }));
  const from = await aDatabase(plain);
  await sql.raw(fill).execute(from.owner);
  const { bytes, tables } = await dumped(from);
  const to = await private_.open([]);
  await restoreTables(to, inPieces(bytes), plain);
  assert.deepEqual((await dumped(to)).tables, tables);
  await to.close();
});
