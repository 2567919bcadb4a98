import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { auditMigrations } from '#kernel/audit/index.ts';
import type { OpenDatabase } from '#kernel/database/index.ts';
import { aDatabase } from '#kernel/database/testing.ts';
import { silentLog } from '#kernel/log/index.ts';
import type { Letter } from '#kernel/mail/index.ts';
import type { AccountActor } from '#kernel/policy/index.ts';
import { readXmlTree } from '#kernel/xml/index.ts';
import {
  changeSavedSearch,
  keepSearch,
  listSavedSearches,
  openSearch,
  readFeed,
  searchMigrations,
  type SavedSearchContext,
  type SearchDocument,
} from '../index.ts';
import { sendAlerts } from './send-alerts.ts';

const account = (id: string, kind: 'state' | 'secretariat'): AccountActor => ({
  kind: 'account',
  id,
  email: `${id}@example.org`,
  name: id,
  role: kind === 'state' ? 'focal-point' : 'statistician',
  organization: { id: 'o', name: 'O', kind, ...(kind === 'state' && { state: 'KEN' }) },
});
const amina = account('amina', 'secretariat');
const other = account('other', 'state');
const law = (
  id: string,
  title: string,
  day: string,
  audience: SearchDocument['audience'] = 'public',
): SearchDocument => ({
  id,
  kind: 'law',
  path: `/laws/${id}`,
  audience,
  title: { en: title },
  published: `${day}T08:00:00Z`,
});

let database: OpenDatabase;
let documents: SearchDocument[];
let letters: Letter[];
let people: Map<string, AccountActor>;
let now: Date;
let context: SavedSearchContext;
let refresh: () => Promise<void>;
before(async () => {
  database = await aDatabase([...auditMigrations, ...searchMigrations]);
});
beforeEach(async () => {
  await sql`delete from saved_searches`.execute(database.owner);
  documents = [law('1', 'Prison law', '2026-01-01')];
  letters = [];
  people = new Map([amina, other].map((one) => [one.id, one]));
  now = new Date('2026-01-05T09:00:00Z');
  const search = openSearch({ sources: [{ name: 'laws', documents: () => documents }], log: silentLog });
  refresh = () => search.refresh();
  await refresh();
  context = {
    database,
    clock: () => now,
    secret: 'a secret of the house',
    origin: 'https://mandata.example',
    search,
    mail: { leavesTheMachine: true, send: async (letter) => void letters.push(letter) },
    actorOf: async (id) => people.get(id),
  };
});
after(() => database.close());

const prison = { name: 'Prisons', query: { text: 'prison' }, language: 'en', alert: 'daily' } as const;
const titlesIn = (letter: Letter | undefined): unknown[] =>
  (letter?.paragraphs ?? []).flatMap(({ values }) => values?.['title'] ?? []);

test('a letter tells what is new since the last, once; where nothing is new, nothing is sent', async () => {
  await keepSearch(context, amina, prison);
  await sendAlerts(context, 'daily');
  assert.deepEqual(letters, []);
  documents.push(law('2', 'Prison act', '2026-01-06'), law('3', 'Drug act', '2026-01-06'));
  await refresh();
  now = new Date('2026-01-07T05:00:00Z');
  await sendAlerts(context, 'weekly');
  await sendAlerts(context, 'daily');
  await sendAlerts(context, 'daily');
  assert.deepEqual(
    letters.map(({ to }) => to),
    ['amina@example.org'],
  );
  assert.deepEqual(titlesIn(letters[0]), ['Prison act']);
});

test('letters and feeds follow what the account may read when they are made', async () => {
  documents.push(law('9', 'Prison draft', '2026-01-06', 'office'));
  await refresh();
  await keepSearch(context, amina, prison);
  const [saved] = await listSavedSearches(context, amina);
  const [, , , id = '', token = ''] = (saved?.feed ?? '').split(/[/.]/);
  const entries = async (): Promise<string[] | undefined> => {
    const feed = await readFeed(context, id, token);
    return feed === undefined
      ? undefined
      : [...feed.matchAll(/<entry.*?<title>(.*?)<\/title>/g)].map(([, title = '']) => title);
  };
  assert.deepEqual(await entries(), ['Prison draft', 'Prison law']);
  people.set('amina', { ...amina, organization: other.organization });
  now = new Date('2026-01-07T05:00:00Z');
  await sendAlerts(context, 'daily');
  assert.deepEqual([await entries(), letters], [['Prison law'], []]);
  people.delete('amina');
  await sendAlerts(context, 'daily');
  assert.deepEqual([await entries(), letters], [undefined, []]);
});

test('the address of a feed is well-formed Atom to who has it, and dead once renewed', async () => {
  await keepSearch(context, amina, prison);
  const address = async (): Promise<[string, string]> => {
    const [saved] = await listSavedSearches(context, amina);
    const [, , , id = '', token = ''] = (saved?.feed ?? '').split(/[/.]/);
    return [id, token];
  };
  const [id, token] = await address();
  const feed = await readFeed(context, id, token);
  assert.equal((await readXmlTree([Buffer.from(feed ?? '')])).name, 'feed');
  for (const [wrongId, wrong] of [
    [id, `${token}x`],
    [id, ''],
    ['x', token],
  ] as const)
    assert.equal(await readFeed(context, wrongId, wrong), undefined);
  await changeSavedSearch(context, amina, id, { renewFeed: true });
  assert.equal(await readFeed(context, id, token), undefined);
  const [, renewed] = await address();
  assert.notEqual(await readFeed(context, id, renewed), undefined);
});

test('saved searches are their account’s alone', async () => {
  const id = await keepSearch(context, amina, prison);
  assert.deepEqual(await listSavedSearches(context, other), []);
  await assert.rejects(changeSavedSearch(context, other, id, { remove: true }), { kind: 'not-found' });
  await changeSavedSearch(context, amina, id, { alert: 'never' });
  assert.deepEqual(
    (await listSavedSearches(context, amina)).map(({ alert }) => alert),
    ['never'],
  );
  await changeSavedSearch(context, amina, id, { remove: true });
  assert.deepEqual(await listSavedSearches(context, amina), []);
});
