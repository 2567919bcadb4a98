import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import * as z from 'zod';
import { readTable } from '#kernel/spreadsheet/index.ts';
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
const columns =
  'Iso3_code,Country,Region,Subregion,Indicator,Dimension,Category,Sex,Age,Year,Unit of measurement,VALUE,Source';

const figureSchema = z.looseObject({
  id: z.literal('16.3.2'),
  area: z.string(),
  period: z.string(),
  value: z.number().nullable(),
  unit: z.literal('%'),
  status: z.string(),
  reason: z.string().optional(),
  composedOf: z.array(z.string()).optional(),
  coverage: z.looseObject({ countries: z.int(), of: z.int(), population: z.number().optional() }).optional(),
  inputs: z.array(z.looseObject({ area: z.string(), period: z.string() })),
});

describe('SDG 16.3.2, unsentenced detainees', () => {
  let folder: Awaited<ReturnType<typeof aFolder>>;
  let data: string;
  let server: TestServer;
  /** What the file itself says, read without the engine: "KEN 2019" → persons. */
  let file: { held: Map<string, number>; unsentenced: Map<string, number>; estimates: Map<string, number> };

  before(async () => {
    folder = await aFolder();
    data = join(folder.path, 'data');
    server = await aServer({ data, env });
    const path = published ?? (await write('published.csv', inventedRows));
    file = await readFigures(path);
    // Eritrea is not in the workbook: one of its inputs is given twice, with different values.
    const rejected = await write('eritrea.csv', [
      held('ERI', 2019, 5000),
      held('ERI', 2019, 6000),
      unsentenced('ERI', 2019, 1000),
    ]);
    const all = await run('statistics', 'import', path, '--flow', 'MANDATA:PRISONS', '--accept', '--json');
    assert.ok(all.code === 0 || all.code === 1, all.err);
    assert.equal(
      (await run('statistics', 'import', rejected, '--flow', 'MANDATA:PRISONS', '--accept', '--json')).code,
      1,
    );
    const released = await run('statistics', 'release', 'MANDATA:PRISONS', '--json');
    assert.equal(released.code, 0, released.err);
  });
  after(async () => {
    await server?.stop();
    await folder.remove();
  });

  const run = (...words: string[]): Promise<Ended> => runMandata(words, { data, env });
  const write = async (name: string, rows: readonly string[]): Promise<string> => {
    const path = join(folder.path, name);
    await writeFile(path, `${[columns, ...rows].join('\n')}\n`);
    return path;
  };
  const at = async (area: string, period: string): Promise<z.infer<typeof figureSchema>> =>
    figureSchema.parse(
      jsonOf(await run('statistics', 'indicator', '16.3.2', '--area', area, '--period', period, '--json')),
    );
  const share = (keys: readonly string[]): number => {
    const sum = (of: Map<string, number>): number =>
      keys.reduce((total, key) => total + (of.get(key) ?? assert.fail(`the file has no ${key}`)), 0);
    return (sum(file.unsentenced) / sum(file.held)) * 100;
  };
  const near = (one: number | null, other: number): void =>
    assert.ok(one !== null && Math.abs(one - other) <= 1e-9 * Math.abs(other), `${one} is not ${other}`);

  it('is unsentenced ÷ held × 100 of the rows that it names', async () => {
    const kenya = await at('KEN', '2019');
    near(kenya.value, share(['KEN 2019']));
    const rows = kenya.inputs.map(({ row, value }) => [typeof row, value]);
    assert.deepEqual(rows, [
      ['number', file.unsentenced.get('KEN 2019')],
      ['number', file.held.get('KEN 2019')],
    ]);
  });

  it('has no value, but a reason, where an input was rejected', async () => {
    const { value, status, reason } = await at('ERI', '2019');
    assert.equal(value, null);
    assert.notEqual(status, 'calculated');
    assert.match(reason ?? '', /persons held/);
  });

  it('has no value, but a reason, where a State reported nothing', async () => {
    const { value, reason } = await at('ERI', '2011');
    assert.equal(value, null);
    assert.match(reason ?? '', /\w{3}/);
  });

  it('is for the United Kingdom the sum of its three parts', async () => {
    const { value, composedOf } = await at('GBR', '2019');
    assert.deepEqual(composedOf, ['GBR_E_W', 'GBR_NI', 'GBR_S']);
    near(value, share(composedOf.map((part) => `${part} 2019`)));
  });

  it('is for the world the sum over the countries that it names, with its coverage, or refused for want of it', async () => {
    const { value, reason, coverage, inputs } = await at('WORLD', '2019');
    assert.ok(coverage, 'the coverage is told');
    assert.ok(coverage.countries <= coverage.of);
    // Without rates in the data there are no populations; the share of countries stands in.
    const covered = coverage.population ?? coverage.countries / coverage.of;
    if (value === null) {
      assert.ok(covered < 0.5);
      assert.match(reason ?? '', /\w{3}/);
      return;
    }
    // Only the published workbook has the rates that populations, and so this bound, are worked out from.
    if (published !== undefined) assert.ok(covered >= 0.5 && covered <= 1, String(covered));
    assert.equal(inputs.length, coverage.countries);
    for (const { area, period } of inputs)
      assert.ok(Number(period) >= 2016 && Number(period) <= 2019, `${area} ${period}`);
    const parts: Record<string, string[]> = { GBR: ['GBR_E_W', 'GBR_NI', 'GBR_S'], IRQ: ['IRQ_C', 'IRQ_KRI'] };
    const keys = inputs.flatMap(({ area, period }) =>
      file.held.has(`${area} ${period}`)
        ? [`${area} ${period}`]
        : (parts[area] ?? [area]).map((part) => `${part} ${period}`),
    );
    near(value, share(keys));
  });

  it('stands on the page beside the custodian’s own estimate, with the rows behind it one step away', async () => {
    const page = await (await server.ask('/en/indicators/16.3.2')).text();
    assert.match(page, /custodian/i);
    const estimate = file.estimates.get('WORLD 2019') ?? assert.fail('the file has no estimate');
    assert.ok(page.includes(estimate.toFixed(1)), `the estimate ${estimate}`);
    const country = await (await server.ask('/en/indicators/16.3.2/KEN')).text();
    assert.ok(country.includes(share(['KEN 2019']).toFixed(1)));
    const back = [...country.matchAll(/href="([^"]*\/observation\?[^"]*TIME_PERIOD=2019)"/g)].map(([, link = '']) =>
      link.replaceAll('&amp;', '&'),
    );
    assert.equal(back.length, 2);
    for (const link of back) {
      const origin = await server.ask(link);
      assert.equal(origin.status, 200, link);
      assert.match(await origin.text(), /row\W+(<[^>]*>\W*)*\d/i);
    }
  });

  it('shows its metadata in the custodian’s layout', async () => {
    const page = await (await server.ask('/en/indicators/16.3.2')).text();
    for (const section of ['Target', 'Rationale', 'Method', 'Data source'])
      assert.match(page, new RegExp(section, 'i'), section);
  });
});

const row = (area: string, dimension: string, category: string, year: number, value: number): string =>
  `${area},${area},Region,Subregion,Persons held,${dimension},${category},Total,Total,${year},Counts,${value},Invented`;
const held = (area: string, year: number, value: number): string => row(area, 'Total', 'Total', year, value);
const unsentenced = (area: string, year: number, value: number): string =>
  row(area, 'by status', 'Unsentenced', year, value);

const inventedRows = [
  ...['KEN', 'UGA', 'GBR_E_W', 'GBR_NI', 'GBR_S'].flatMap((area, at) =>
    [2018, 2019].flatMap((year) => [held(area, year, 7000 + 313 * at), unsentenced(area, year, 900 + 117 * at)]),
  ),
  'WORLD,World,World,World,Persons held unsentenced - Regional Estimate,by length of detention,Unsentenced,Total,Total,2019,Percentage of total persons held,29.6,Invented',
];

/** The figures of the file by its own words, with nothing of the engine's between. */
async function readFigures(path: string) {
  const figures = {
    held: new Map<string, number>(),
    unsentenced: new Map<string, number>(),
    estimates: new Map<string, number>(),
  };
  await using table = await readTable(path);
  for await (const sheet of table) {
    for await (const each of sheet.rows()) {
      const [area, , , , indicator, dimension, category, sex, age, year, unit, value] = each.cells.map(
        ({ text }) => text,
      );
      if (sex !== 'Total' || age !== 'Total') continue;
      const key = `${area} ${year}`;
      if (indicator?.endsWith('Regional Estimate') === true) figures.estimates.set(key, Number(value));
      if (indicator !== 'Persons held' || unit !== 'Counts') continue;
      if (dimension === 'Total') figures.held.set(key, Number(value));
      if (category === 'Unsentenced') figures.unsentenced.set(key, Number(value));
    }
  }
  return figures;
}
