import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { OpenDatabase } from '#kernel/database/index.ts';
import { aDatabase } from '#kernel/database/testing.ts';
import { silentLog } from '#kernel/log/index.ts';
import { operator } from '#kernel/policy/actor.ts';
import {
  changed,
  openSearch,
  searchMigrations,
  type Search,
  type SearchDocument,
  type SearchSource,
} from '../index.ts';
import { find } from '../find.ts';
import { indexList } from '../segment/index-list.ts';
import { keyOf, segmentBuilder } from '../segment/segment-builder.ts';
import { corpus, query } from '../testing/random-corpus.ts';
import { written } from '../testing/naive-search.ts';
import { forgetChanges } from './read-changes.ts';

let database: OpenDatabase;
let folder: string;
before(async () => {
  database = await aDatabase([
    ...searchMigrations,
    { id: 'tests/0001-laws', sql: 'create table laws (id text, title text)' },
  ]);
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mandata-search-'));
  await sql`delete from laws; delete from search_changes; update search_place set last = 0, forgotten = 0, epoch = gen_random_uuid()`.execute(
    database.owner,
  );
});
afterEach(() => rm(folder, { recursive: true, force: true }));
after(async () => {
  await database.close();
});

const lawOf = ({ id, title }: { id: string; title: string }): SearchDocument => ({
  id: `law/${id}`,
  record: id,
  kind: 'law',
  path: `/laws/${id}`,
  audience: 'public',
  title: { en: title },
});
const read: string[] = [];
const laws = (unreadable = new Set<string>()): SearchSource => ({
  name: 'laws',
  async *documents() {
    read.push('all');
    const { rows } = await sql<{ id: string; title: string }>`select id, title from laws`.execute(database.owner);
    yield* rows.map(lawOf);
  },
  async read(record) {
    read.push(record);
    if (unreadable.has(record)) throw new Error('cannot be read');
    const { rows } = await sql<{ id: string; title: string }>`select id, title from laws where id = ${record}`.execute(
      database.owner,
    );
    return rows.map(lawOf);
  },
});
const write = (id: string, title: string | undefined): Promise<void> =>
  database.as(operator, async (transaction) => {
    await sql`delete from laws where id = ${id}`.execute(transaction);
    if (title !== undefined) await sql`insert into laws (id, title) values (${id}, ${title})`.execute(transaction);
    await changed(transaction, 'laws', id);
  });
/** Without being called, as one that is gone before it could hear. */
const deaf = (): Pick<OpenDatabase, 'owner' | 'listen'> => ({
  owner: database.owner,
  listen: async () => async () => undefined,
});
async function open(source = laws()): Promise<Search> {
  const search = openSearch({
    sources: [source],
    log: silentLog,
    database: deaf(),
    folder,
    pollMilliseconds: 3_600_000,
  });
  read.length = 0;
  await search.refresh();
  return search;
}
const titles = (search: Search, text: string): string[] =>
  search
    .find({ text, language: 'en', audiences: ['public'], demonstration: false, page: 1, size: 100 })
    .hits.map(({ title }) => title)
    .sort();

test('what is committed is found, changed and gone; what is rolled back is not heard of', async () => {
  await write('1', 'Prison law');
  const search = await open();
  assert.deepEqual(titles(search, 'prison'), ['Prison law']);
  await write('2', 'Prison act');
  await write('1', 'Drug law');
  await database
    .as(operator, async (transaction) => {
      await sql`insert into laws values ('3', 'Prison decree')`.execute(transaction);
      await changed(transaction, 'laws', '3');
      throw new Error('no');
    })
    .catch(() => undefined);
  await search.refresh();
  assert.deepEqual(
    [titles(search, 'prison'), titles(search, 'law'), search.state().documents],
    [['Prison act'], ['Drug law'], 2],
  );
  await write('2', undefined);
  await search.refresh();
  assert.deepEqual([titles(search, 'prison'), search.state().documents, search.state().caughtUp], [[], 1, true]);
});

test('after a crash between commit and index, nothing stale is found, and only what changed is read again', async () => {
  for (let nth = 0; nth < 20; nth += 1) await write(`${nth}`, `Prison law ${nth}`);
  const first = await open();
  await first.close();
  const crashed = await open();
  assert.deepEqual(read, []);
  // Committed, and the server is gone before it hears of it: neither closed nor kept.
  await write('3', 'Drug law');
  await write('4', undefined);
  void crashed;
  const next = await open();
  assert.deepEqual(read, ['3', '4']);
  assert.equal(titles(next, 'prison').length, 18);
  assert.deepEqual(titles(next, 'drug'), ['Drug law']);
});

test('a kept index that is damaged, of another database, or further behind than changes are kept is built anew', async () => {
  await write('1', 'Prison law');
  await (await open()).close();
  const damage: readonly (readonly [string, () => Promise<unknown>])[] = [
    [
      'a byte of a segment',
      async () => {
        const [name = ''] = (await readdir(folder)).filter((file) => file.endsWith('.segment'));
        const bytes = await readFile(join(folder, name));
        bytes[bytes.length - 3]! ^= 1;
        await writeFile(join(folder, name), bytes);
      },
    ],
    [
      'a cut segment',
      async () => {
        const [name = ''] = (await readdir(folder)).filter((file) => file.endsWith('.segment'));
        await writeFile(join(folder, name), (await readFile(join(folder, name))).subarray(0, 40));
      },
    ],
    ['the list', () => writeFile(join(folder, 'index.json'), '1\n{}')],
    ['another database', () => sql`update search_place set epoch = gen_random_uuid()`.execute(database.owner)],
    [
      'a restored database',
      () => sql`update search_changes set said_at = said_at + interval '1 second'`.execute(database.owner),
    ],
    [
      'forgotten changes',
      async () => {
        await write('1', 'Prison law');
        await write('1', 'Prison law');
        assert.ok((await forgetChanges(database.owner, new Date(Date.now() + 60_000))) > 0);
      },
    ],
  ];
  for (const [name, harm] of damage) {
    await harm();
    const search = await open();
    assert.deepEqual(read, ['all'], name);
    assert.deepEqual(titles(search, 'prison'), ['Prison law'], name);
    await search.close();
    await (await open()).close();
    assert.deepEqual(read, [], `${name}, then kept`);
  }
});

test('a record that cannot be read is left out, said to be missing, and comes back', async () => {
  const unreadable = new Set<string>();
  await write('1', 'Prison law');
  const search = await open(laws(unreadable));
  unreadable.add('1');
  await write('1', 'Drug law');
  await search.refresh();
  assert.deepEqual([titles(search, 'prison'), titles(search, 'drug')], [[], []]);
  assert.deepEqual([search.state().failing, search.state().caughtUp], [1, false]);
  unreadable.clear();
  await search.refresh();
  assert.deepEqual([titles(search, 'drug'), search.state().caughtUp], [['Drug law'], true]);
});

test('law: whatever comes, goes and is merged in between, answers are those of an index built at once', async () => {
  const given = fc.tuple(
    corpus(40),
    fc.array(fc.tuple(fc.nat(39), fc.nat(39), fc.boolean()), { maxLength: 30 }),
    query,
  );
  await fc.assert(
    fc.asyncProperty(given, async ([documents, steps, naive]) => {
      const list = indexList();
      const now = new Map<string, SearchDocument>();
      let merging: Promise<boolean> | undefined;
      for (const [nth, like, goes] of steps) {
        const key = `d${nth}`;
        const document = documents[like];
        const builder = segmentBuilder();
        if (goes || document === undefined) now.delete(key);
        else {
          now.set(key, { ...document, id: key });
          builder.add('s', { ...document, id: key });
        }
        const fresh = await builder.finished();
        list.replace([fresh], [keyOf('s', key)]);
        // One merge at a time, at any moment of what comes and goes.
        merging ??= list.merge().finally(() => (merging = undefined));
      }
      await merging;
      const whole = segmentBuilder();
      for (const document of now.values()) whole.add('s', document);
      const audiences = naive.audiences === 'all' ? ['public' as const] : naive.audiences;
      const asked = {
        text: written(naive.asked),
        language: 'en' as const,
        audiences,
        filters: naive.filters,
        facets: ['country'],
        demonstration: true,
        page: 1,
        size: 100,
      };
      assert.deepEqual(find(list.segments, asked), find([await whole.finished()], asked));
    }),
    { numRuns: 80 },
  );
});

test('a commit of another server is heard without being asked', async () => {
  const search = openSearch({ sources: [laws()], log: silentLog, database, pollMilliseconds: 50 });
  await search.refresh();
  await write('9', 'Prison order');
  for (let tries = 0; tries < 1000 && titles(search, 'order').length === 0; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  assert.deepEqual(titles(search, 'order'), ['Prison order']);
  await search.close();
});
