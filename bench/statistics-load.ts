// A million rows of SDMX-CSV the whole way: read, staged, checked, accepted, released. The limit is DuckDB reading and sorting the same file.
import { mkdtemp, rm } from 'node:fs/promises';
import { createWriteStream, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { importFile, releaseFlow } from '#engines/statistics/index.ts';
import { areas } from '#reference/index.ts';
import { prisons } from '#systems/prisons/index.ts';
import { aHouse } from '../src/engines/statistics/testing/a-house.ts';
import { median, recordFigures } from './figures.ts';

const runs = 3;
const rows = Number(process.env['ROWS'] ?? 1_000_000);
const folder = await mkdtemp(join(tmpdir(), 'mandata-load-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'figures.csv');
await write(file);

/** Milliseconds until accepted, and until released, in a new house each time. */
async function load(): Promise<{ accepted: number; released: number }> {
  await using house = await aHouse([prisons]);
  const start = performance.now();
  const imported = await importFile(house.context(), {
    path: file,
    flow: 'MANDATA:PRISONS',
    mapping: 'sdmx-csv',
    accept: true,
  });
  const accepted = performance.now() - start;
  const { observations } = await releaseFlow(house.context(), { flow: 'MANDATA:PRISONS' });
  const released = performance.now() - start;
  if (imported.rows !== rows || imported.findings.length > 0 || observations !== rows)
    throw new Error('not what was written');
  return { accepted, released };
}

const loads: { accepted: number; released: number }[] = [];
const limits: number[] = [];
for (let run = 0; run < runs; run++) {
  loads.push(await load());
  limits.push(await timeDuckDb());
}
await rm(folder, { recursive: true });
const [accepted, released] = [median(loads.map((each) => each.accepted)), median(loads.map((each) => each.released))];
const rate = (ms: number): string => `${(rows / ms / 1000).toFixed(2)} million rows a second`;
recordFigures('Statistical load', {
  command: 'npm run bench -- statistics-load',
  runs,
  figures: [
    {
      what: `SDMX-CSV, ${rows} rows of 15 columns: read, staged, checked with every rule of the prisons flow, accepted and released; memory ${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB`,
      ours: rate(released),
      limit: `${rate(median(limits))} (DuckDB reads, sorts and writes it, nothing checked)`,
      goal: '≥ 0.3 million rows a second',
      met: rows / released >= 300,
    },
    { what: 'Of this, until it is accepted', ours: rate(accepted) },
  ],
});

/** Figures without a fault: male and female make the total, rates follow from counts. */
async function write(path: string): Promise<void> {
  const out = createWriteStream(path);
  out.write(
    'STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,SEX,AGE,BREAKDOWN,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS,SOURCE\n',
  );
  const ages = ['_T', 'Y0T4', 'Y5T9', 'Y10T14', 'Y15T17', 'Y18T24', 'Y25T29', 'Y_GE60', 'Y_LT18', 'Y_GE18'];
  const breakdowns = [
    '_T',
    'ICCS01',
    'ICCS02',
    'ICCS03',
    'ICCS04',
    'ICCS05',
    'ICCS06',
    'ICCS07',
    'ICCS08',
    'ICCS09',
    'ICCS10',
    'ICCS11',
  ];
  const indicators = [
    'PERSONS_HELD',
    'ENTERING',
    'SUPERVISED',
    'CAPACITY',
    'FACILITIES',
    'DEATHS',
    'UNSENTENCED_BY_LENGTH',
  ];
  let written = 0;
  for (const indicator of indicators) {
    for (const breakdown of breakdowns) {
      for (const [place, { id }] of areas.slice(0, 200).entries()) {
        let lines = '';
        for (const [group, age] of ages.entries()) {
          for (let year = 1980; year < 2026 && written < rows; year++) {
            const men = 900 + place + (year - 1980) * 7 + group;
            for (const [sex, count] of [
              ['_T', men + 100],
              ['M', men],
              ['F', 100],
            ] as const) {
              for (const [unit, value] of [
                ['NUMBER', count],
                ['PER_100000_POP', (count / 1e6) * 1e5],
              ] as const) {
                if (written++ >= rows) break;
                lines += `dataflow,MANDATA:PRISONS(1.0.0),I,A,${id},${indicator},${sex},${age},${breakdown},${unit},${year},${value},A,F,CTS\n`;
              }
            }
          }
        }
        if (!out.write(lines)) await once(out, 'drain');
      }
    }
  }
  out.end();
  await once(out, 'finish');
}

async function timeDuckDb(): Promise<number> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '2',
    memory_limit: '1GB',
    temp_directory: join(folder, 'spill'),
  });
  const connection = await instance.connect();
  const begin = performance.now();
  await connection.run(
    `COPY (SELECT * FROM read_csv('${file}', all_varchar = true) ORDER BY ALL) TO '${join(folder, 'peer.parquet')}' (FORMAT parquet, COMPRESSION zstd)`,
  );
  const time = performance.now() - begin;
  connection.closeSync();
  instance.closeSync();
  return time;
}
