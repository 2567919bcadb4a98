import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { aDatabase } from '#kernel/database/testing.ts';
import { citedBy } from '#kernel/links/index.ts';
import { anonymous } from '#kernel/policy/index.ts';
import type { RegistersContext } from '../../context.ts';
import { createRecord } from '../../records/create-record.ts';
import { getRecord } from '../../records/get-record.ts';
import { listHistory } from '../../records/list-history.ts';
import { placeOf } from '../../records/cite.ts';
import { saveRecord } from '../../records/save-record.ts';
import { contributor, editor, otherState, registersOver, registersSteps } from '../../testing/index.ts';
import { getImport, listImports } from './find-import.ts';
import { importRecords, type ImportInput } from './import-records.ts';
import type { ImportReport } from './import-report.ts';
import { undoImport } from './undo-import.ts';

let as: (actor: RegistersContext['actor']) => RegistersContext;
before(async () => {
  as = registersOver(await aDatabase(registersSteps));
});

const is = (kind: string) => (error: unknown) => (error as { kind?: string }).kind === kind;
const csv = (...lines: string[]): Uint8Array => Buffer.from(lines.join('\r\n'));
const load = (bytes: Uint8Array, more: Partial<ImportInput> = {}, actor = editor): Promise<ImportReport> =>
  importRecords(as(actor), 'laws', { bytes, name: 'laws.csv', dryRun: false, ...more });
const titles = async (ids: readonly string[]): Promise<readonly unknown[]> =>
  Promise.all(
    ids.map((id) =>
      getRecord(as(editor), 'laws', id).then(
        ({ record }) => record.title,
        (error: { kind: string }) => error.kind,
      ),
    ),
  );

describe('importing a file of records', () => {
  it('makes new ones, changes known ones by their key, and leaves alone what is the same', async () => {
    await createRecord(as(editor), 'laws', {
      data: { name: { en: 'One', fr: 'Un' }, symbol: 'I-1', country: 'KEN', themes: ['crime'] },
    });
    await createRecord(as(editor), 'laws', { data: { name: { en: 'Two' }, symbol: 'I-2', country: 'KEN' } });
    const bytes = csv('Symbol,Name,State', 'I-1,One anew,Kenya', 'I-2,Two,KEN', 'I-3,Three,PER');
    const dry = await load(bytes, { dryRun: true });
    assert.deepEqual(dry.counts, { rows: 3, new: 1, changed: 1, same: 1, refused: 0 });
    assert.equal(dry.id, undefined);
    assert.deepEqual(await titles(['I-1', 'I-3']), [{ en: 'One', fr: 'Un' }, 'not-found'], 'a dry run keeps nothing');
    const done = await load(bytes);
    assert.deepEqual(done.counts, dry.counts);
    assert.deepEqual(
      done.rows.map(({ row, outcome, id, fields }) => [row, outcome, id, outcome === 'changed' ? fields : []]),
      [
        [2, 'changed', 'I-1', ['name']],
        [3, 'same', 'I-2', []],
        [4, 'new', 'I-3', []],
      ],
    );
    assert.deepEqual(await titles(['I-1', 'I-3']), [{ en: 'One anew', fr: 'Un' }, { en: 'Three' }]);
    assert.deepEqual((await getRecord(as(editor), 'laws', 'I-1')).record.data['themes'], ['crime']);
    assert.deepEqual((await load(bytes)).counts, { rows: 3, new: 0, changed: 0, same: 3, refused: 0 }, 'twice is once');
  });

  it('keeps nothing when one row is refused, and says what is wrong with each', async () => {
    await createRecord(as(editor), 'laws', {
      data: { name: { en: 'P' }, symbol: 'P-0', country: 'KEN' },
      moves: ['publish'],
    });
    const bytes = csv(
      'symbol,name@en,country,adopted,cites',
      'R-1,Right,KEN,2003,',
      'R-2,Wrong day,KEN,2001-02-29,',
      'R-3,Wrong reference,KEN,,nowhere',
      'P-0,,KEN,,',
      'R-1,Again,KEN,,',
    );
    const dry = await load(bytes, { dryRun: true });
    assert.deepEqual(
      dry.rows.map(({ row, outcome, findings }) => [
        row,
        outcome,
        findings.filter(({ severity }) => severity === 'error').map(({ rule, cell }) => [rule, cell]),
      ]),
      [
        [2, 'new', []],
        [3, 'refused', [['form', 'D3']]],
        [4, 'refused', [['reference', undefined]]],
        [5, 'refused', [['required', undefined]]],
        [6, 'refused', [['repeated', undefined]]],
      ],
    );
    await assert.rejects(load(bytes), (error: { kind: string; details: { report: ImportReport } }) => {
      assert.equal(error.kind, 'invalid');
      assert.deepEqual(error.details.report.counts, dry.counts);
      return true;
    });
    assert.deepEqual(await titles(['R-1']), ['not-found']);
  });

  it('that breaks off in the middle leaves nothing', async () => {
    const lines = Array.from({ length: 450 }, (_, at) => `B-${at},Law ${at},KEN`);
    const context = as(editor);
    let looks = 0;
    const clock = (): Date => {
      looks += 1;
      if (looks > 2) throw new Error('The power fails.');
      return context.clock();
    };
    const input = { bytes: csv('symbol,name@en,country', ...lines), name: 'broken.csv', dryRun: false };
    await assert.rejects(importRecords({ ...context, clock }, 'laws', input), /The power fails/);
    assert.equal(looks, 3, 'some hundreds were written by then');
    assert.deepEqual(await titles(['B-0', 'B-449']), ['not-found', 'not-found']);
    assert.ok((await listImports(context, 'laws')).every(({ file }) => file !== 'broken.csv'));
  });

  it('makes the same records as one by one, whatever their order in the file', async () => {
    await load(csv('symbol,name@en,country,themes,cites', 'O-1,First,KEN,crime|drugs,O-2', 'O-2,Second,PER,,'));
    const one = await createRecord(as(editor), 'laws', {
      data: { name: { en: 'First' }, symbol: 'O-1b', country: 'KEN', themes: ['crime', 'drugs'], cites: ['O-2'] },
    });
    const { record: many, citedBy: none } = await getRecord(as(editor), 'laws', 'O-1');
    assert.deepEqual({ ...many.data, symbol: '' }, { ...one.data, symbol: '' });
    assert.deepEqual([many.state, many.version, many.country, none], [one.state, one.version, one.country, []]);
    assert.equal((await listHistory(as(editor), 'laws', 'O-1', {})).entries[0]?.act, 'imported');
    assert.deepEqual(
      (await getRecord(as(editor), 'laws', 'O-2')).citedBy.map(({ field, count }) => [field, count]),
      [['cites', 2]],
    );
  });

  it('is for those who write in the register, and of their own State only', async () => {
    const bytes = csv('symbol,name@en,country', 'S-1,Kenyan,KEN');
    await assert.rejects(importRecords(as(anonymous), 'laws', { bytes, name: 'x', dryRun: true }), is('not-signed-in'));
    const report = await load(bytes, { dryRun: true }, otherState);
    assert.deepEqual(
      report.rows.map(({ outcome, findings }) => [outcome, findings.map(({ rule }) => rule)]),
      [['refused', ['forbidden']]],
    );
    const { id = '' } = await load(csv('symbol,name@en', 'S-2,Mine'), {}, contributor);
    assert.equal((await getImport(as(contributor), 'laws', id)).new, 1);
    await assert.rejects(getImport(as(otherState), 'laws', id), is('not-found'));
    await assert.rejects(undoImport(as(otherState), 'laws', id), is('not-found'));
    assert.deepEqual(
      (await listImports(as(otherState), 'laws')).filter((run) => run.id === id),
      [],
    );
  });

  it('remembers how a person read the headings', async () => {
    const first = await load(csv('Key,Heading', 'M-1,Mapped'), { dryRun: true }).catch((error: unknown) => error);
    assert.ok(is('invalid')(first), 'nothing of it is known');
    const bytes = csv('Symbol,Heading,Country of origin', 'M-1,Mapped,KEN');
    const guessed = await load(bytes, { dryRun: true });
    assert.ok(guessed.unmapped.includes('Heading'));
    const mapping = {
      ...guessed.mapping,
      columns: [
        { heading: 'Symbol', place: 1, to: 'symbol', how: 'given' as const },
        { heading: 'Heading', place: 2, to: 'name@en', how: 'given' as const },
        { heading: 'Country of origin', place: 3, to: 'country', how: 'given' as const },
      ],
    };
    await load(bytes, { mapping });
    const again = await load(csv('SYMBOL,heading,Country of Origin', 'M-2,Next,PER'), { dryRun: true });
    assert.equal(again.mapping.fingerprint, guessed.mapping.fingerprint);
    assert.deepEqual(again.unmapped, []);
    assert.deepEqual(again.counts.new, 1);
  });
});

describe('undoing an import', () => {
  it('restores what was changed and takes drafts back; what was published is withdrawn', async () => {
    await createRecord(as(editor), 'laws', { data: { name: { en: 'Before' }, symbol: 'U-1', country: 'KEN' } });
    const { id = '' } = await load(csv('symbol,name@en,country,cites', 'U-1,After,KEN,', 'U-2,Draft,KEN,U-1'));
    const { id: second = '' } = await load(csv('symbol,name@en,country', 'U-3,Published,KEN'), { moves: ['publish'] });
    assert.deepEqual(await undoImport(as(editor), 'laws', id), { restored: 1, removed: 1 });
    assert.deepEqual(await titles(['U-1', 'U-2']), [{ en: 'Before' }, 'not-found']);
    assert.equal((await listHistory(as(editor), 'laws', 'U-1', {})).entries[0]?.act, 'undone');
    assert.deepEqual(
      await as(editor).database.as(editor, (transaction) => citedBy(transaction, editor, placeOf('laws', 'U-1'))),
      [],
    );
    assert.equal((await getImport(as(editor), 'laws', id)).state, 'undone');
    await assert.rejects(undoImport(as(editor), 'laws', id), is('conflict'));
    await undoImport(as(editor), 'laws', second);
    const { record } = await getRecord(as(editor), 'laws', 'U-3');
    assert.deepEqual([record.state, record.withdrawn], ['withdrawn', true]);
    assert.deepEqual(
      (await load(csv('symbol,name@en,country', 'U-2,Draft,KEN'))).counts.new,
      1,
      'the file can be taken over again',
    );
  });

  it('is refused, wholly, where a record was changed since or others refer to it', async () => {
    const { id = '' } = await load(csv('symbol,name@en,country', 'V-1,One,KEN', 'V-2,Two,KEN', 'V-3,Three,KEN'));
    const { record } = await getRecord(as(editor), 'laws', 'V-1');
    await saveRecord(as(editor), 'laws', 'V-1', {
      patch: { name: { en: 'One, corrected' } },
      revision: record.revision,
    });
    await createRecord(as(editor), 'laws', { data: { name: { en: 'Citing' }, country: 'KEN', cites: ['V-2'] } });
    await assert.rejects(undoImport(as(editor), 'laws', id), (error: { kind: string; details: unknown }) => {
      assert.equal(error.kind, 'conflict');
      assert.deepEqual(error.details, {
        records: [
          { id: 'V-1', why: 'changed' },
          { id: 'V-2', why: 'cited' },
        ],
      });
      return true;
    });
    assert.deepEqual(await titles(['V-3']), [{ en: 'Three' }]);
  });

  it('is the only way in which a record goes: no other can be deleted', async () => {
    const { id } = await createRecord(as(editor), 'laws', { data: { name: { en: 'Kept' }, country: 'KEN' } });
    await as(editor).database.as(editor, async (transaction) => {
      const all = transaction.withTables<{ register_records: { id: string } }>();
      const gone = await all.deleteFrom('register_records').where('id', '=', id).executeTakeFirst();
      assert.equal(gone.numDeletedRows, 0n);
    });
    assert.deepEqual(await titles([id]), [{ en: 'Kept' }]);
  });
});
