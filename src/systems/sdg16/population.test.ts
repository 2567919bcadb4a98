import assert from 'node:assert/strict';
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { aFolder, aServer, jsonOf, runMandata, type TestServer } from '#kernel/testing/index.ts';
import * as z from 'zod';

const env = { MANDATA_DEMO: '0' };
let folder: Awaited<ReturnType<typeof aFolder>>;
let server: TestServer;
before(async () => {
  folder = await aFolder();
  server = await aServer({ data: join(folder.path, 'data'), env });
});
after(async () => {
  await server?.stop();
  await folder.remove();
});

const run = (...words: string[]) => runMandata(words, { data: join(folder.path, 'data'), env });

async function publish(flow: string, name: string, lines: readonly string[]): Promise<void> {
  const path = join(folder.path, name);
  await writeFile(path, `${lines.join('\n')}\n`);
  const imported = await run('statistics', 'import', path, '--flow', flow, '--accept', '--json');
  assert.equal(imported.code, 0, imported.out + imported.err);
  const released = await run('statistics', 'release', flow, '--json');
  assert.equal(released.code, 0, released.err);
}

const shape = z.looseObject({
  value: z.number().nullable(),
  coverage: z.looseObject({ countries: z.int(), population: z.number().optional() }),
});
const easternAfrica = async () =>
  shape.parse(jsonOf(await run('statistics', 'indicator', '16.3.2', '--area', '014', '--period', '2019', '--json')));

test('the share of a region that a figure covers is told by a released table of populations, and by the data themselves without one', async () => {
  const held = (area: string, category: string, value: number): string =>
    `${area},X,,,Persons held,${category === 'Total' ? 'Total' : 'by status'},${category},Total,Total,2019,Counts,${value},CTS`;
  const rate = (area: string, value: number): string =>
    `${area},X,,,Persons held,Total,Total,Total,Total,2019,"Rate per 100,000 population",${value},CTS`;
  await publish('MANDATA:PRISONS', 'prisons.csv', [
    'Iso3_code,Country,Region,Subregion,Indicator,Dimension,Category,Sex,Age,Year,Unit of measurement,VALUE,Source',
    held('KEN', 'Total', 50_000),
    held('KEN', 'Unsentenced', 20_000),
    rate('KEN', 100),
    held('RWA', 'Total', 10_000),
    rate('RWA', 100),
  ]);
  // Kenya implies 50 million, Rwanda 10 million; of the other countries the data know nothing.
  const implied = await easternAfrica();
  assert.equal(implied.coverage.population, 50 / 60);
  assert.equal(implied.value, 40);
  await publish('MANDATA:POPULATION', 'population.csv', [
    'Iso3_code,Year,Population',
    'KEN,2019,50000000',
    'RWA,2019,12000000',
    'ETH,2019,110000000',
    'UGA,2019,43000000',
  ]);
  const told = await easternAfrica();
  assert.equal(told.coverage.population, 50 / 215);
  assert.equal(told.value, null, 'less than half of the region is covered');
});
