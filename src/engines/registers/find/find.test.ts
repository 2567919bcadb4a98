import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { aDatabase } from '#kernel/database/testing.ts';
import { anonymous, operator } from '#kernel/policy/index.ts';
import type { RegistersContext } from '../context.ts';
import { createRecord } from '../records/create-record.ts';
import { editor, otherState, registersOver, registersSteps } from '../testing/index.ts';
import { eachRecord } from './each-record.ts';
import { findRecords } from './find-records.ts';
import type { RecordQuery } from './query.ts';
import { suggestRecords } from './suggest-records.ts';

let as: (actor: RegistersContext['actor']) => RegistersContext;
const laws: readonly Record<string, unknown>[] = [
  {
    name: { en: 'Bribery Act', fr: 'Loi sur la corruption' },
    symbol: 'B',
    country: 'KEN',
    themes: ['bribery'],
    adopted: '2010-05',
    seats: 3,
    fine: { amount: '100.50', currency: 'KES' },
    binding: true,
    valid: { from: '2010', to: '2012' },
    urgent: 'x',
    grade: 'crime',
  },
  {
    name: { en: 'Éducation Act' },
    symbol: 'A',
    country: 'PER',
    themes: ['corruption', 'drugs'],
    adopted: '2015',
    seats: 20,
  },
  {
    name: { en: 'drugs Act' },
    symbol: 'C',
    country: 'KEN',
    themes: ['drugs'],
    adopted: '2020-01-31',
    valid: { from: '2019' },
  },
];

before(async () => {
  as = registersOver(await aDatabase(registersSteps));
  for (const data of laws) await createRecord(as(editor), 'laws', { data, moves: ['publish'] });
  await createRecord(as(editor), 'laws', { data: { ...laws[0], symbol: 'D', name: { en: 'A draft' }, urgent: 'y' } });
  await createRecord(as(operator), 'laws', {
    data: { ...laws[0], symbol: 'E', name: { en: 'Invented Act' }, urgent: 'z' },
    moves: ['publish'],
    demonstration: true,
  });
});

const symbols = async (query: RecordQuery, actor: RegistersContext['actor'] = anonymous) => {
  const { records, total } = await findRecords(as(actor), 'laws', query);
  assert.equal(total, records.length, 'the total is of the same selection as the list');
  return records.map(({ data }) => data['symbol']);
};

describe('records', () => {
  it('are found by values, with narrower codes, ranges of dates and of numbers', async () => {
    const by = (filters: RecordQuery['filters']) => symbols({ filters: filters ?? {}, sort: 'symbol' });
    assert.deepEqual(await by({ country: ['KEN'] }), ['B', 'C']);
    assert.deepEqual(await by({ themes: ['corruption'] }), ['A', 'B'], 'bribery lies under corruption');
    assert.deepEqual(await by({ themes: ['corruption'], country: ['KEN', 'UGA'] }), ['B']);
    assert.deepEqual(await by({ adopted: ['2010..2015'] }), ['A', 'B']);
    assert.deepEqual(await by({ adopted: ['..2010-04'] }), []);
    assert.deepEqual(await by({ adopted: ['2020'] }), ['C']);
    assert.deepEqual(await by({ valid: ['2012-06..'] }), ['B', 'C']);
    assert.deepEqual(await by({ valid: ['2025'] }), ['C'], 'an open period goes on');
    assert.deepEqual(await by({ seats: ['4..'] }), ['A']);
    assert.deepEqual(await by({ fine: ['100.50'] }), ['B']);
    assert.deepEqual(await by({ adopted: ['soon'] }), []);
  });

  it('are found by words of any language, without case and accents', async () => {
    assert.deepEqual(await symbols({ q: 'LOI corruption' }), ['B']);
    assert.deepEqual(await symbols({ q: 'education' }), ['A']);
    assert.deepEqual(await symbols({ q: 'education bribery' }), []);
    assert.deepEqual(await symbols({ q: '%', sort: 'symbol' }), ['A', 'B', 'C']);
  });

  it('are sorted for people, and those without a value come last', async () => {
    assert.deepEqual(await symbols({ sort: 'title' }), ['B', 'C', 'A']);
    assert.deepEqual(await symbols({ sort: '-title', language: 'fr' }), ['B', 'A', 'C']);
    assert.deepEqual(await symbols({ sort: '-seats' }), ['A', 'B', 'C']);
    assert.deepEqual(await symbols({ sort: 'adopted' }), ['B', 'A', 'C']);
  });

  it('are counted by facet, each once, whatever is chosen in the facet itself', async () => {
    const { facets } = await findRecords(as(anonymous), 'laws', {
      filters: { country: ['KEN'] },
      facets: ['country', 'themes', 'binding', 'valid', 'adopted'],
    });
    const counts = (field: string) =>
      Object.fromEntries((facets[field] ?? []).map(({ value, count }) => [value, count]));
    assert.deepEqual(counts('country'), { KEN: 2, PER: 1 });
    assert.deepEqual(counts('themes'), { bribery: 1, corruption: 1, crime: 1, drugs: 1 });
    assert.deepEqual(counts('binding'), { true: 1 });
    assert.deepEqual([counts('valid')['2011'], counts('valid')['2020'], counts('valid')['2013']], [1, 1, undefined]);
    assert.deepEqual(counts('adopted'), { 2010: 1, 2020: 1 });
  });

  it('in every facet are as many as its value chooses', async () => {
    const { facets } = await findRecords(as(editor), 'laws', {
      facets: ['country', 'themes', 'adopted', 'valid', 'grade'],
    });
    for (const [field, counts] of Object.entries(facets))
      for (const { value, count } of counts)
        assert.equal(
          (await findRecords(as(editor), 'laws', { filters: { [field]: [value] } })).total,
          count,
          `${field} ${value}`,
        );
  });

  it('that were invented are counted apart, and shown alone where nothing is real', async () => {
    const { total, demonstration } = await findRecords(as(anonymous), 'laws', {});
    assert.deepEqual([total, demonstration], [3, { shown: false, total: 1 }]);
    assert.deepEqual(await symbols({ demonstration: 'only' }), ['E']);
    const without = { ...as(anonymous), demonstration: false };
    assert.deepEqual((await findRecords(without, 'laws', { demonstration: 'only' })).demonstration, {
      shown: false,
      total: 0,
    });
  });

  it('that are drafts are for those who work on them', async () => {
    assert.deepEqual(await symbols({ states: ['draft'] }), []);
    assert.deepEqual(await symbols({ states: ['draft'] }, editor), ['D']);
    assert.deepEqual(await suggestRecords(as(otherState), 'laws', { text: 'draft' }), []);
    assert.equal((await suggestRecords(as(editor), 'laws', { text: 'a dra' })).length, 1);
  });

  it('are not found, counted or sorted by a field that is closed to the reader', async () => {
    for (const query of [{ filters: { grade: ['crime'] } }, { facets: ['grade'] }, { sort: 'reviewer' }])
      for (const [actor, refused] of [
        [anonymous, true],
        [editor, false],
      ] as const) {
        const asked = findRecords(as(actor), 'laws', query);
        if (refused) await assert.rejects(asked, { kind: 'invalid' });
        else await assert.doesNotReject(asked);
      }
    await assert.rejects(findRecords(as(anonymous), 'laws', { sort: 'no-such' }), { kind: 'invalid' });
    assert.deepEqual(await symbols({ filters: { grade: ['crime'] } }, editor), ['B']);
  });

  it('are all given in order to who exports them', async () => {
    const all: unknown[] = [];
    for await (const { data } of eachRecord(as(anonymous), 'laws', { sort: '-symbol' })) all.push(data['symbol']);
    assert.deepEqual(all, ['C', 'B', 'A']);
  });
});
