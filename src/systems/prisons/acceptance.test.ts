import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import * as z from 'zod';
import { readTable, writeWorkbook } from '#kernel/spreadsheet/index.ts';
import {
  aFolder,
  aServer,
  findShared,
  jsonOf,
  runMandata,
  type Ended,
  type TestServer,
} from '#kernel/testing/index.ts';

const env = { MANDATA_DEMO: '0' };
const published = findShared('data/statistics/data_cts_prisons_and_prisoners.xlsx');

const findingSchema = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  row: z.int().nullable(),
  column: z.string().nullable(),
  key: z.record(z.string(), z.string()),
  message: z.string(),
});
const importedSchema = z.looseObject({
  rows: z.int(),
  observations: z.int(),
  suppressed: z.int(),
  rejected: z.int(),
  findings: z.array(findingSchema),
});
const releasedSchema = z.looseObject({
  flow: z.literal('MANDATA:PRISONS'),
  release: z.int(),
  observations: z.int(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  changes: z.object({ new: z.int(), revised: z.int(), gone: z.int() }),
});

describe('prisons, from the published workbook to the page', () => {
  let folder: Awaited<ReturnType<typeof aFolder>>;
  let data: string;
  let server: TestServer;
  let file: string;
  let ended: Ended;
  let imported: z.infer<typeof importedSchema>;
  let released: z.infer<typeof releasedSchema>;
  /** Persons held in Kenya in 2019: the row of the file that says so. */
  let kenya: { number: number; texts: string[]; value: string };

  before(async () => {
    folder = await aFolder();
    data = join(folder.path, 'data');
    file = published ?? (await writeInvented(join(folder.path, 'data_cts_prisons_and_prisoners.xlsx')));
    kenya = await findKenya(file);
    server = await aServer({ data, env });
    ended = await run('import', file, '--flow', 'MANDATA:PRISONS', '--accept', '--json');
    imported = importedSchema.parse(jsonOf(ended));
    released = releasedSchema.parse(
      jsonOf(await run('release', 'MANDATA:PRISONS', '--note', 'As published.', '--json')),
    );
  });
  after(async () => {
    await server?.stop();
    await folder.remove();
  });
  const run = (...words: string[]): Promise<Ended> => runMandata(['statistics', ...words], { data, env });

  it('takes in every row of the file, and exits with 1 because some have errors', () => {
    const { rows, observations, suppressed, rejected } = imported;
    assert.equal(ended.code, 1, ended.err);
    assert.equal(rows, published === undefined ? inventedRows().length : 65_797);
    assert.equal(rows, observations + suppressed + rejected);
    const rowsWithErrors = new Set(
      imported.findings.filter(({ severity }) => severity === 'error').map(({ row }) => row),
    );
    assert.equal(rejected, rowsWithErrors.size, 'a rejected row is one with an error');
    for (const { message } of imported.findings) assert.match(message, /\S{3}.*\.$/s);
  });

  it('names the row of Morocco that is dated 1013', () => {
    const found = imported.findings.filter(
      ({ severity, key }) => severity === 'error' && key['TIME_PERIOD'] === '1013',
    );
    assert.deepEqual(
      found.map(({ key }) => [key['REF_AREA'], key['INDICATOR']]),
      [['MAR', 'CAPACITY']],
    );
    assert.match(found[0]?.message ?? '', /1013/);
    if (published !== undefined) assert.equal(found[0]?.row, 36_495);
  });

  it('names the twelve keys that are given twice with different values: 24 rows, none of them used', async () => {
    const twice = imported.findings.filter(({ rule }) => rule === 'duplicate-key');
    const keys = new Map<string, number>();
    for (const { key } of twice)
      keys.set(Object.values(key).join('.'), (keys.get(Object.values(key).join('.')) ?? 0) + 1);
    assert.deepEqual(
      [...keys.values()],
      Array.from({ length: 12 }, () => 2),
    );
    assert.equal(new Set(twice.map(({ row }) => row)).size, 24);
    assert.deepEqual([...new Set(twice.map(({ key }) => `${key['REF_AREA']} ${key['TIME_PERIOD']}`))].sort(), [
      'MNG 2019',
      'PAN 2017',
      'PAN 2018',
    ]);
    for (const { severity } of twice) assert.equal(severity, 'error');
    const answer = await server.ask(
      '/sdmx/rest/data/MANDATA,PRISONS/A.MNG.PERSONS_HELD.M._T._T.NUMBER?startPeriod=2019&endPeriod=2019',
    );
    assert.equal(answer.status, 404, 'neither of the two values is published');
  });

  it('publishes what was accepted as release 1, and says what it is made of', () => {
    const { release, observations, changes } = released;
    assert.equal(release, 1);
    assert.equal(observations, imported.observations + imported.suppressed);
    assert.deepEqual(changes, { new: observations, revised: 0, gone: 0 });
  });

  it('serves the release as SDMX, to the last figure', async () => {
    const all = await server.ask('/sdmx/rest/data/MANDATA,PRISONS/all?format=csv');
    assert.equal(all.status, 200);
    const lines = (await all.text()).trim().split('\n');
    assert.equal(lines.length - 1, released.observations);
    const accept = 'application/vnd.sdmx.data+csv;version=2.0.0';
    const one = await server.ask(
      '/sdmx/v2/data/dataflow/MANDATA/PRISONS/*/A.KEN.PERSONS_HELD._T._T._T.NUMBER?c[TIME_PERIOD]=2019',
      {
        headers: { accept },
      },
    );
    assert.equal(one.status, 200);
    assert.equal(one.headers.get('content-type'), accept);
    const [header = '', row = '', ...more] = (await one.text()).trim().split('\n');
    assert.deepEqual(more, []);
    assert.equal(row.split(',')[header.split(',').indexOf('OBS_VALUE')], kenya.value);
  });

  it('has a page of the flow, with its release and how to cite it', async () => {
    const page = await words('/en/data/MANDATA:PRISONS');
    assert.ok(page.includes(released.observations.toLocaleString('en')), 'the number of figures');
    assert.ok(page.includes(released.sha256.slice(0, 16)), 'the checksum in the citation');
    assert.equal((await server.ask('/en/data/MANDATA:PRISONS/releases/1')).status, 200);
  });

  it('walks a figure back to its row, its file, and who accepted it', async () => {
    const page = await words(
      '/en/data/MANDATA:PRISONS/releases/1/observation?KEY=A.KEN.PERSONS_HELD._T._T._T.NUMBER&TIME_PERIOD=2019',
    );
    assert.ok(page.includes(Number(kenya.value).toLocaleString('en')), 'the value');
    assert.ok(page.includes(basename(file)), 'the file');
    assert.ok(
      page.includes(
        createHash('sha256')
          .update(await readFile(file))
          .digest('hex'),
      ),
      'its checksum',
    );
    assert.match(page, new RegExp(`\\b${kenya.number}\\b`), 'the row');
    for (const text of kenya.texts) assert.ok(page.includes(text), `the cell ${text}`);
    assert.match(page, /Accepted.*operator of this installation/);
  });

  it('shows its figures on the page of the country, each with a way on', async () => {
    const html = await (await server.ask('/en/areas/KEN')).text();
    assert.match(html, /Kenya/);
    assert.match(html, /href="\/en\/indicators\/[\w.-]+\/KEN/);
    assert.doesNotMatch(html, /MANDATA\.DEMO/);
  });

  it('publishes nothing new when nothing has changed', async () => {
    const again = await run('release', 'MANDATA:PRISONS', '--json');
    if (again.code !== 0) return assert.match(again.err, /\S.*\.\n$/);
    const { changes, sha256 } = releasedSchema.parse(jsonOf(again));
    assert.deepEqual(changes, { new: 0, revised: 0, gone: 0 });
    assert.equal(sha256, released.sha256, 'the same figures have the same checksum');
  });

  const words = async (path: string): Promise<string> => {
    const answer = await server.ask(path, { headers: { accept: 'text/html' } });
    assert.equal(answer.status, 200, path);
    return (await answer.text())
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll('&amp;', '&')
      .replaceAll(/\s+/g, ' ');
  };
});

async function findKenya(path: string): Promise<{ number: number; texts: string[]; value: string }> {
  await using workbook = await readTable(path);
  for await (const sheet of workbook) {
    for await (const row of sheet.rows()) {
      const texts = row.cells.map(({ text }) => text);
      const [area, , , , indicator, , category, sex, age, year, unit, value] = texts;
      if (
        area === 'KEN' &&
        indicator === 'Persons held' &&
        year === '2019' &&
        unit === 'Counts' &&
        [category, sex, age].every((word) => word === 'Total')
      )
        return { number: row.number, texts, value: value ?? '' };
    }
  }
  throw new Error('the file has no row for Kenya in 2019');
}

/** 226 invented rows in the layout of the published workbook, with the faults that it is known for. */
function inventedRows(): (string | number)[][] {
  const row = (
    area: string,
    indicator: string,
    dimension: string,
    category: string,
    sex: string,
    year: number,
    unit: string,
    value: number,
  ) => [area, area, 'Region', 'Subregion', indicator, dimension, category, sex, 'Total', year, unit, value, 'Invented'];
  const held = (area: string, sex: string, year: number, unit: string, value: number) =>
    row(area, 'Persons held', 'Total', 'Total', sex, year, unit, value);
  const rate = 'Rate per 100,000 population';
  const sound = ['KEN', 'UGA', 'TZA', 'RWA', 'BDI', 'ETH', 'GHA', 'TGO', 'BEN', 'SEN'].flatMap((area, at) =>
    Array.from({ length: 10 }, (_, back) => 2020 - back).flatMap((year) => [
      held(area, 'Total', year, 'Counts', 1000 * (at + 1) + year),
      row(area, 'Persons held', 'by status', 'Unsentenced', 'Total', year, 'Counts', 100 * (at + 1) + year - 2000),
    ]),
  );
  const twice = [
    ['MNG', 2019],
    ['PAN', 2017],
    ['PAN', 2018],
  ].flatMap(([area, year]) =>
    ['Male', 'Female'].flatMap((sex) =>
      ['Counts', rate].flatMap((unit) => [1, 2].map((value) => held(String(area), sex, Number(year), unit, value))),
    ),
  );
  return [
    ...sound,
    ...twice,
    row('MAR', 'Prisons facilities and capacity', 'Total', 'Official prison capacity', 'Total', 1013, 'Counts', 40_000),
    row(
      'WORLD',
      'Persons held unsentenced - Regional Estimate',
      'by length of detention',
      'Unsentenced',
      'Total',
      2019,
      'Percentage of total persons held',
      29.5,
    ),
  ];
}

async function writeInvented(path: string): Promise<string> {
  const header = [
    'Iso3_code',
    'Country',
    'Region',
    'Subregion',
    'Indicator',
    'Dimension',
    'Category',
    'Sex',
    'Age',
    'Year',
    'Unit of measurement',
    'VALUE',
    'Source',
  ];
  await writeFile(
    path,
    writeWorkbook({ sheets: [{ name: 'prisons', rows: [['Invented'], ['11/05/2023'], header, ...inventedRows()] }] }),
  );
  return path;
}
