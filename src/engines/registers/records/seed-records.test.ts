import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { aDatabase } from '#kernel/database/testing.ts';
import type { Database } from '#kernel/database/index.ts';
import { citedBy } from '#kernel/links/index.ts';
import { anonymous, operator } from '#kernel/policy/index.ts';
import type { RegistersContext } from '../context.ts';
import { findRecords } from '../find/find-records.ts';
import type { SeedRecord } from '../seed-record.ts';
import { editor, registersOver, registersSteps } from '../testing/index.ts';
import { createRecord } from './create-record.ts';
import { getRecord } from './get-record.ts';
import { removeDemonstrationRecords } from './remove-demonstration.ts';
import { saveRecord } from './save-record.ts';
import { seedRecords } from './seed-records.ts';

let database: Database;
let as: (actor: RegistersContext['actor']) => RegistersContext;
before(async () => {
  database = await aDatabase(registersSteps);
  as = registersOver(database);
});

const law = (symbol: string, more: Record<string, unknown> = {}) => ({
  name: { en: `Act ${symbol}` },
  symbol,
  country: 'KEN',
  themes: ['bribery'],
  ...more,
});
const seeds: readonly SeedRecord[] = [
  { register: 'laws', demonstration: false, data: law('fact-1', { contacts: [{ office: 'Registry' }] }) },
  { register: 'laws', demonstration: true, data: law('invented-1', { cites: ['fact-1', 'invented-2'] }) },
  { register: 'laws', demonstration: true, data: law('invented-2') },
];

describe('records that come with the systems', () => {
  it('are made once, under their key, and stay as people change them', async () => {
    assert.deepEqual(await seedRecords(as(operator), seeds), { made: 3 });
    const { record } = await getRecord(as(editor), 'laws', 'fact-1');
    await saveRecord(as(editor), 'laws', 'fact-1', { patch: { seats: 12 }, revision: record.revision });
    assert.deepEqual(await seedRecords(as(operator), seeds), { made: 0 });
    assert.equal((await getRecord(as(editor), 'laws', 'fact-1')).record.data['seats'], 12);
  });

  it('are found, counted and cited as if a person had made them', async () => {
    const found = await findRecords(as(anonymous), 'laws', { filters: { themes: ['crime'] }, facets: ['country'] });
    assert.deepEqual([found.total, found.demonstration.total], [1, 2]);
    const links = await database.as(anonymous, (transaction) =>
      citedBy(transaction, { kind: 'register:laws', id: 'fact-1' }),
    );
    assert.deepEqual(
      links.map(({ from }) => from.id),
      ['invented-1'],
    );
    const made = await createRecord(as(editor), 'laws', { data: law('by-hand'), moves: ['publish'] });
    const rows = await database.as(operator, async (transaction) => {
      const values = await sql<{ record: string; field: string; value: string; audience: string }>`
        select record, field, value, audience from register_values where record in ('invented-2', ${made.id})
        order by field, value`.execute(transaction);
      return Map.groupBy(values.rows, ({ record }) => record);
    });
    const plain = (record: string) =>
      rows
        .get(record)
        ?.map(({ field, value, audience }) => [field, value.replace(/invented-2|by-hand/, 'x'), audience]);
    assert.deepEqual(plain('invented-2'), plain(made.id));
  });

  it('stop the start when one of them is wrong, and none is made', async () => {
    const wrong = (data: Record<string, unknown>) =>
      seedRecords(as(operator), [
        { register: 'laws', demonstration: true, data: law('good') },
        { register: 'laws', demonstration: true, data },
      ]);
    await assert.rejects(wrong(law('bad', { country: 'ZZZ' })), /laws\/bad .* wrong in country/);
    await assert.rejects(wrong(law('bad', { cites: ['nowhere'] })), /laws\/bad .* refers to laws\/nowhere/);
    await assert.rejects(getRecord(as(operator), 'laws', 'good'), { kind: 'not-found' });
  });

  it('go for good when they are invented and the demonstration is taken away, and nothing else does', async () => {
    assert.deepEqual(await removeDemonstrationRecords(as(operator)), { records: 2 });
    await assert.rejects(getRecord(as(operator), 'laws', 'invented-1'), { kind: 'not-found' });
    assert.equal((await getRecord(as(operator), 'laws', 'fact-1')).record.version, 2);
    const links = await database.as(operator, (transaction) =>
      citedBy(transaction, { kind: 'register:laws', id: 'fact-1' }),
    );
    assert.deepEqual(links, []);
  });
});
