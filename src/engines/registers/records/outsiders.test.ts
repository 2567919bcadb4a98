import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { OpenDatabase } from '#kernel/database/index.ts';
import { databasesUnderTest } from '#kernel/database/testing.ts';
import { anonymous, operator, type Actor } from '#kernel/policy/index.ts';
import type { RegistersContext } from '../context.ts';
import { eachRecord } from '../find/each-record.ts';
import { findRecords } from '../find/find-records.ts';
import { suggestRecords } from '../find/suggest-records.ts';
import { editor, otherState, partner, registersOver, registersSteps } from '../testing/index.ts';
import { compareVersions } from './compare-versions.ts';
import { createRecord } from './create-record.ts';
import { findDuplicates } from './find-duplicates.ts';
import { getRecord } from './get-record.ts';
import { listCitations } from './list-citations.ts';
import { listHistory } from './list-history.ts';
import { moveRecord } from './move-record.ts';
import { saveRecord } from './save-record.ts';

type As = (actor: Actor) => RegistersContext;

/** What all may know; `cites`: what the second record cites besides the first. */
async function open(as: As, cites: readonly string[]): Promise<void> {
  const data = { name: { en: 'Open Act' }, country: 'KEN', symbol: 'O-1', themes: ['drugs'] };
  const contacts = [{ office: 'Registry' }];
  await createRecord(as(editor), 'laws', { id: 'open', data: { ...data, contacts }, moves: ['publish'] });
  const citing = { name: { en: 'Citing Act' }, country: 'PER', cites: ['open', ...cites] };
  await createRecord(as(editor), 'laws', { id: 'citing', data: citing, moves: ['publish'] });
}

/** A draft, closed fields of an open record, and their changes: what only the office and Kenya know. */
async function hide(as: As): Promise<void> {
  const draft = { name: { en: 'Secret Act' }, country: 'KEN', symbol: 'S-1', themes: ['bribery'] };
  await createRecord(as(operator), 'laws', { id: 'secret', data: draft });
}

async function hideMore(as: As): Promise<void> {
  const { record: draft } = await getRecord(as(operator), 'laws', 'secret');
  await saveRecord(as(operator), 'laws', 'secret', {
    patch: { cites: ['open'], amends: 'open' },
    revision: draft.revision,
  });
  for (const note of ['secret one', 'secret two']) {
    const { record } = await getRecord(as(operator), 'laws', 'open');
    const patch = { note, reviewer: note };
    await saveRecord(as(operator), 'laws', 'open', { patch, revision: record.revision });
  }
}

/** Everything that an outsider can ask, and what comes back; refusals by kind and words. */
async function asked(as: As, actor: Actor): Promise<Record<string, unknown>> {
  const context = as(actor);
  const own = { name: { en: 'Mine' }, country: 'PER', symbol: 'S-1' };
  const facets = ['country', 'themes', 'cites', 'adopted', 'contacts.channel'];
  const questions: Record<string, () => Promise<unknown>> = {
    'the list': () => findRecords(context, 'laws', { facets }),
    'the list with drafts': () => findRecords(context, 'laws', { states: ['draft', 'submitted', 'published'], facets }),
    'the list by words': () => findRecords(context, 'laws', { q: 'secret' }),
    'the list by a hidden code': () => findRecords(context, 'laws', { filters: { themes: ['bribery'] } }),
    'the list by what cites the hidden': () => findRecords(context, 'laws', { filters: { cites: ['secret'] } }),
    'the order by change': () => findRecords(context, 'laws', { sort: '-changed' }),
    'the order by a closed field': () => findRecords(context, 'laws', { sort: 'reviewer' }),
    'counts of a closed field': () => findRecords(context, 'laws', { facets: ['grade'] }),
    'an export': () => Array.fromAsync(eachRecord(context, 'laws', { states: ['draft', 'published'] })),
    suggestions: () => suggestRecords(context, 'laws', { text: 'act' }),
    'the open record': () => getRecord(context, 'laws', 'open'),
    'its history': () => listHistory(context, 'laws', 'open'),
    'its versions': () => compareVersions(context, 'laws', 'open', { from: '2', to: '2' }),
    'what cites it': () => listCitations(context, 'laws', 'open'),
    'the hidden record': () => getRecord(context, 'laws', 'secret'),
    'by its key': () => getRecord(context, 'laws', 'S-1'),
    'its changes': () => listHistory(context, 'laws', 'secret'),
    'what cites the hidden': () => listCitations(context, 'laws', 'secret'),
    'a save of the hidden': () => saveRecord(context, 'laws', 'secret', { patch: {}, revision: 'x' }),
    'a stale save of the open': () => saveRecord(context, 'laws', 'open', { patch: { seats: 1 }, revision: 'x' }),
    'a move of the hidden': () => moveRecord(context, 'laws', 'secret', { move: 'publish' }),
    duplicates: () => findDuplicates(context, 'laws', { data: own }),
    'a record with the hidden key': () =>
      createRecord(context, 'laws', { data: own }).then(({ state, data }) => ({ state, data })),
    'a record that cites the hidden': () => createRecord(context, 'laws', { data: { ...own, cites: ['secret'] } }),
  };
  const answers: Record<string, unknown> = {};
  for (const [question, ask] of Object.entries(questions))
    answers[question] = await ask().then(plain, (error: { kind?: string; message: string; details?: unknown }) => {
      assert.ok(error.kind !== undefined, `${question}: ${error.message}`);
      return { kind: error.kind, message: error.message, details: plain(error.details) };
    });
  return answers;
}

/** Comparable between two databases: random names and times are made equal, their order is not. */
function plain(value: unknown): unknown {
  const replacer = (name: string, each: unknown): unknown => {
    if (each instanceof Map) return Object.fromEntries(each);
    if (name === 'revision') return 'a revision';
    if (name === 'at') return 'a time';
    return each;
  };
  return JSON.parse(
    (JSON.stringify(value, replacer) ?? 'null')
      .replaceAll(/\b[0-9a-hjkmnp-tv-z]{10}\b/g, 'an-id')
      .replaceAll(/[0-9]{4}-[0-9T:.-]+Z/g, 'a time'),
  );
}

const outsiders: readonly (readonly [string, Actor])[] = [
  ['a visitor', anonymous],
  ['another State', otherState],
  ['a partner', partner],
];

for (const { name, skip, open: openDatabase } of databasesUnderTest) {
  describe(`what an outsider learns on ${name}`, { skip }, () => {
    const databases: OpenDatabase[] = [];
    let without: As;
    let withHidden: As;
    before(async () => {
      databases.push(await openDatabase(registersSteps), await openDatabase(registersSteps));
      const [one, other] = databases.map((database) => registersOver(database));
      assert.ok(one !== undefined && other !== undefined);
      [without, withHidden] = [one, other];
      await open(without, []);
      await hide(withHidden);
      await open(withHidden, ['secret']);
      await hideMore(withHidden);
    });
    after(() => Promise.all(databases.map((database) => database.close())));

    for (const [who, actor] of outsiders)
      it(`is the same for ${who}, whether or not something is hidden`, async () => {
        const expected = await asked(without, actor);
        const found = await asked(withHidden, actor);
        for (const [question, answer] of Object.entries(expected)) assert.deepEqual(found[question], answer, question);
      });

    it('is in no row that their queries read, whatever the query', async () => {
      const [, database] = databases;
      assert.ok(database !== undefined);
      const tables = [
        'register_records',
        'register_versions',
        'register_parts',
        'register_values',
        'register_part_values',
        'links',
      ];
      for (const [who, actor] of outsiders)
        await database.as(actor, async (transaction) => {
          for (const table of tables) {
            const { rows } = await sql<{ text: string }>`select t::text as text from ${sql.table(table)} t`.execute(
              transaction,
            );
            for (const { text } of rows.filter((row) => !row.text.includes('Mine') && !row.text.includes('citing')))
              assert.doesNotMatch(text, /secret/i, `${who} in ${table}`);
          }
        });
    });

    it('and nobody rewrites a version or deletes a record, not even the office', async () => {
      const [, database] = databases;
      assert.ok(database !== undefined);
      const count = async () =>
        (
          await sql`select (select count(*) from register_records) as records, (select count(*) from register_parts) as parts`.execute(
            database.owner,
          )
        ).rows;
      const before = await count();
      for (const table of ['register_records', 'register_parts', 'register_versions'])
        await database
          .as(operator, (transaction) => sql`delete from ${sql.table(table)}`.execute(transaction))
          .catch(() => undefined);
      assert.deepEqual(await count(), before);
      for (const table of ['register_versions', 'register_parts'])
        await assert.rejects(
          database.as(operator, (transaction) =>
            sql`update ${sql.table(table)} set act = 'saved'`.execute(transaction),
          ),
          /permission denied/,
        );
    });
  });
}
