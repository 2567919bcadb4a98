import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { writeZip } from '#kernel/zip/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { anonymous } from '#kernel/policy/index.ts';
import { duplicateKey } from './checks/constructors.ts';
import { findFlow } from './find-flow.ts';
import { importFile } from './import-file.ts';
import { releaseFlow } from './release-flow.ts';
import { openReleasedStore } from './store/cube/open-released-store.ts';
import { aFlow, csvOf } from './testing/a-flow.ts';
import { aHouse, type House } from './testing/a-house.ts';

let house: House;
before(async () => {
  house = await aHouse([aFlow([duplicateKey()])]);
});
after(() => house[Symbol.asyncDispose]());

const header =
  'Iso3_code,Country,Region,Subregion,Indicator,Dimension,Category,Sex,Age,Year,Unit of measurement,VALUE,Source';
let files = 0;

async function importPortal(lines: readonly string[], flow = `TEST:PORTAL${files}`) {
  const path = await house.file(`portal-${files++}.csv`, [...lines, ''].join('\n'));
  return importFile(house.context(), { path, flow, mapping: 'unodc-portal', accept: true });
}
const row = (given: Partial<Record<'area' | 'category' | 'sex' | 'age' | 'year' | 'unit' | 'value', string>>): string =>
  `${given.area ?? 'KEN'},Somewhere,Africa,Eastern,Victims of homicide,by mechanism,${given.category ?? 'Firearms'},${given.sex ?? 'Total'},${given.age ?? 'Total'},${given.year ?? '2019'},"${given.unit ?? 'Counts'}",${given.value ?? '5'},CTS`;

/** A workbook as some programs write it: the last cell is a formula whose result was never stored. */
async function aWorkbookWithFormula(): Promise<string> {
  const text = (cell: string): string => `<c t="inlineStr"><is><t>${cell}</t></is></c>`;
  const row = (cells: readonly string[], last: string): string => `<row>${cells.map(text).join('')}${last}</row>`;
  const heads = ['Area', 'Topic', 'Sex', 'Unit', 'Year'];
  const sheet = [
    row(heads, text('Value')),
    row(['KEN', 'Held', 'Total', 'Counts', '2018'], '<c><f>40+2</f><v>42</v></c>'),
    row(['KEN', 'Held', 'Total', 'Counts', '2019'], '<c><f>40+3</f></c>'),
  ];
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (type: string, target: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/${type}" Target="${target}"/></Relationships>`;
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/sheet.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    '_rels/.rels': relations('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="Data" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations('worksheet', 'sheet.xml'),
    'xl/sheet.xml': `<worksheet ${main}><sheetData>${sheet.join('')}</sheetData></worksheet>`,
  };
  const path = join(house.dataFolder, 'formula.xlsx');
  const entries = Object.entries(parts).map(([name, content]) => ({ name, content }));
  await writeFile(path, Buffer.concat(await Array.fromAsync(writeZip(entries))));
  return path;
}

test('a formula whose result the file does not store is said to be one, and is no missing value', async () => {
  const path = await aWorkbookWithFormula();
  const imported = await importFile(house.context(), { path, flow: 'TEST:CUSTODY', dryRun: true });
  assert.deepEqual(
    imported.findings.map(({ rule, severity, row: at }) => `${at} ${rule} ${severity}`),
    ['3 formula-without-result error'],
  );
  assert.deepEqual([imported.rows, imported.observations, imported.rejected], [2, 1, 1]);
});

test('a workbook of the portal with everything that goes wrong in them comes in without a crash or a silent loss', async () => {
  const imported = await importPortal([
    'UNODC,,,',
    '11/05/2023',
    header,
    row({ value: '"1,204"' }),
    row({ year: '2018', value: '<5' }),
    header,
    row({ area: '' }),
    row({ area: 'ATL' }),
    row({ area: 'GB-NIR', year: '2017' }),
    row({ area: 'GBR_NI', year: '2016' }),
    row({ category: 'fire-arms', year: '2015' }),
    row({ sex: 'Robots' }),
    row({ year: 'MMXX' }),
    row({ value: 'many' }),
    row({ value: '', year: '2014' }),
    row({ age: '60 and older', value: '12*' }),
    row({ unit: 'Bushels', value: '3' }),
    'Source: national authorities,,,,,,,,,,,,',
  ]);
  const said = imported.findings.map(({ rule, severity, row: at }) => `${at} ${rule} ${severity}`);
  assert.deepEqual(said, [
    'null code-new info',
    '4 number-style info',
    '4 jump warning',
    '5 value-suppressed info',
    '6 repeated-header error',
    '7 code-known error',
    '8 code-known error',
    '9 code-spelling info',
    '11 code-spelling info',
    '12 code-known error',
    '13 period-readable error',
    '14 value-readable error',
    '15 value-missing info',
    '16 footnote-mark warning',
    '18 not-a-figure error',
  ]);
  assert.deepEqual([imported.rows, imported.observations, imported.suppressed, imported.rejected], [15, 7, 1, 7]);
});

test('the flow that a file made can be released and read, and grows with the next file', async () => {
  await importPortal([header, row({ value: '"1,204"' }), row({ year: '2018', value: '<5' })], 'TEST:HOMICIDE');
  await releaseFlow(house.context(), { flow: 'TEST:HOMICIDE' });
  const second = await importPortal([header, row({ category: 'Sharp object' })], 'TEST:HOMICIDE');
  assert.deepEqual(
    second.findings.map(({ rule, severity }) => `${rule} ${severity}`),
    ['code-new info'],
  );
  const released = await releaseFlow(house.context(), { flow: 'TEST:HOMICIDE' });
  assert.deepEqual(released.changes, { new: 1, revised: 0, gone: 0 });

  await using store = disposable(await openReleasedStore(house.context()));
  const current = await store.current({ agency: 'TEST', id: 'HOMICIDE' }, anonymous);
  const rows = await store.rows(
    `SELECT CATEGORY, TIME_PERIOD AS p, OBS_VALUE AS v, OBS_STATUS AS s, COMMENT_OBS AS c, _since FROM ${current?.relation} ORDER BY 1, 2`,
  );
  assert.deepEqual(rows, [
    { CATEGORY: 'FIREARMS', p: '2018', v: null, s: 'Q', c: '<5', _since: 1 },
    { CATEGORY: 'FIREARMS', p: '2019', v: 1204, s: 'A', c: null, _since: 1 },
    { CATEGORY: 'SHARP_OBJECT', p: '2019', v: 5, s: 'A', c: null, _since: 2 },
  ]);
  const flow = await findFlow(house.context(), 'TEST:HOMICIDE');
  const categories = flow?.flow.structure.dimensions.find(({ id }) => id === 'CATEGORY')?.codelist.codes;
  assert.deepEqual(categories, [
    { id: 'FIREARMS', name: 'Firearms' },
    { id: 'SHARP_OBJECT', name: 'Sharp object' },
  ]);
});

test('what `1,234` means is decided by the rest of the column, or the row is kept out and said', async () => {
  const rate = (year: string, value: string): string => row({ year, value, unit: 'Rate per 100,000 population' });
  const comma = await importPortal([header, rate('2001', '"1,234"'), rate('2002', '"12,5"')]);
  assert.deepEqual([comma.observations, comma.rejected], [2, 0]);
  const open = await importPortal([header, rate('2001', '"1,234"'), rate('2002', '12')]);
  assert.deepEqual([open.observations, open.rejected], [1, 1]);
  assert.match(open.findings.find(({ rule }) => rule === 'number-ambiguous')?.message ?? '', /may mean 1234 or 1\.234/);
});

test('a file without a column that is needed is refused with the column and what was found', async () => {
  const path = await house.file('no-value.csv', 'Area,Topic,Sex,Unit,Year,Amount\nKEN,Held,Total,Counts,2019,5\n');
  await assert.rejects(importFile(house.context(), { path, flow: 'TEST:CUSTODY' }), (problem) => {
    assert.ok(problem instanceof Problem && problem.kind === 'invalid');
    assert.match(problem.message, /The column Value is missing.*row 1, has: Area, Topic, Sex, Unit, Year, Amount/);
    return true;
  });
});

test('a flow or mapping that is not there, a visitor, and a file without rows are refused in words', async () => {
  const path = await house.file('empty.csv', csvOf([]));
  await assert.rejects(importFile(house.context(), { path, flow: 'TEST:NOTHING' }), /There is no flow TEST:NOTHING/);
  await assert.rejects(
    importFile(house.context(), { path, flow: 'TEST:CUSTODY', mapping: 'other' }),
    /no mapping “other”. It has: plain, sdmx-csv/,
  );
  await assert.rejects(importFile(house.context(), { path, flow: 'TEST:CUSTODY' }), /no rows below it/);
  await assert.rejects(importFile(house.context(anonymous), { path, flow: 'TEST:CUSTODY' }), /Sign in/);
});

test('a dry run keeps nothing', async () => {
  const path = await house.file('dry.csv', csvOf([['KEN', 'Held', 'Total', 'Counts', 2019, 5]]));
  const dry = await importFile(house.context(), { path, flow: 'TEST:CUSTODY', dryRun: true });
  assert.deepEqual([dry.rows, dry.batch], [1, undefined]);
  await assert.rejects(releaseFlow(house.context(), { flow: 'TEST:CUSTODY' }), /no accepted batch/);
});

function disposable<T extends { close(): Promise<void> }>(opened: T): T & AsyncDisposable {
  return Object.assign(opened, { [Symbol.asyncDispose]: () => opened.close() });
}
