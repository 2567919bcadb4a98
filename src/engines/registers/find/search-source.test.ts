import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { OpenDatabase } from '#kernel/database/index.ts';
import { aDatabase } from '#kernel/database/testing.ts';
import { openLog } from '#kernel/log/index.ts';
import { anonymous, audiencesOf, type Actor } from '#kernel/policy/index.ts';
import { openSearch, type Search } from '#kernel/search/index.ts';
import type { RegistersContext } from '../context.ts';
import { createRecord } from '../records/create-record.ts';
import { getRecord } from '../records/get-record.ts';
import { moveRecord } from '../records/move-record.ts';
import { saveRecord } from '../records/save-record.ts';
import { editor, laws, otherState, registersOver, registersSteps } from '../testing/index.ts';
import { findRecords } from './find-records.ts';
import { recordSearch, registerSource } from './search-source.ts';

describe('the index', () => {
  let database: OpenDatabase;
  let search: Search;
  let as: (actor: Actor) => RegistersContext;
  before(async () => {
    database = await aDatabase(registersSteps);
    const over = registersOver(database);
    const log = openLog({ level: 'error', write: () => undefined, clock: () => new Date(0) });
    search = openSearch({ sources: [registerSource(laws, database)], log, database });
    await search.refresh();
    as = (actor) => ({ ...over(actor), search: recordSearch(search, actor) });
  });
  after(() => search.close());

  const found = (text: string, actor: Actor = anonymous) =>
    search
      .find({ text, language: 'en', audiences: audiencesOf(actor), demonstration: true, page: 1, size: 10 })
      .hits.map(({ id }) => id);
  const listed = async (q: string, actor: Actor = anonymous) =>
    (await findRecords(as(actor), 'laws', { q })).records.map(({ id }) => id);

  it('follows what is published, changed and withdrawn, and ranks lists by it', async () => {
    const data = { name: { en: 'Convictions Act' }, country: 'KEN', summary: 'On corruption.', symbol: 'IX-1' };
    const { id } = await createRecord(as(editor), 'laws', { id: 'ix', data });
    await search.refresh();
    assert.deepEqual(found('conviction', editor), [], 'a draft is in no index');
    await moveRecord(as(editor), 'laws', id, { move: 'publish' });
    await search.refresh();
    assert.deepEqual(found('conviction'), ['register:laws/ix'], 'by its stem');
    assert.deepEqual(await listed('conviction'), ['ix']);
    const { record } = await getRecord(as(editor), 'laws', id);
    await saveRecord(as(editor), 'laws', id, { patch: { name: { en: 'Renamed' } }, revision: record.revision });
    await search.refresh();
    assert.deepEqual([found('conviction'), found('renamed')], [[], ['register:laws/ix']]);
    await moveRecord(as(editor), 'laws', id, { move: 'withdraw', reason: 'Gone.' });
    await search.refresh();
    assert.deepEqual([found('renamed'), await listed('renamed')], [[], []]);
  });

  it('finds closed fields for their audience alone, and invented records apart', async () => {
    await createRecord(as(editor), 'laws', {
      id: 'closed',
      data: { name: { en: 'Plain Act' }, country: 'KEN', grade: 'bribery', summary: 'zebra' },
      moves: ['publish'],
    });
    await createRecord(as(editor), 'laws', {
      id: 'invented',
      data: { name: { en: 'Made up' }, country: 'KEN', summary: 'zebra' },
      moves: ['publish'],
      demonstration: true,
    });
    await search.refresh();
    const by = (actor: Actor) =>
      search.find({
        text: '',
        language: 'en',
        audiences: audiencesOf(actor),
        filters: { grade: ['bribery'] },
        demonstration: false,
        page: 1,
        size: 5,
      }).total;
    assert.deepEqual([by(anonymous), by(otherState)], [0, 1]);
    const { total, demonstration } = await findRecords(as(anonymous), 'laws', { q: 'zebra' });
    assert.deepEqual([total, demonstration], [1, { shown: false, total: 1 }]);
  });
});
