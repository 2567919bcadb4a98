// Workbooks and delimited files in and out, beside csv-parse where it does the same work, and beside the bare decompression and parsing.
import { createReadStream, createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import { parse } from 'csv-parse';
import { SaxesParser } from 'saxes';
import { readCsv, readWorkbook, type Sheet, writeCsv, writeWorkbook } from '#kernel/spreadsheet/index.ts';
import { openZip } from '#kernel/zip/index.ts';
import { type Figure, median, recordFigures } from './figures.ts';

const runs = 5;
const folder = mkdtempSync(join(tmpdir(), 'bench-spreadsheet-'));

/** A table of the shape of the published prison workbook: 13 columns, two of them numbers. */
function* table(rows: number): Generator<(string | number)[], void, undefined> {
  for (let at = 0; at < rows; at++) {
    const state = at % 193;
    yield [
      `S${state}`,
      `State ${state}`,
      'Americas',
      'Northern America',
      'Persons held',
      'Total',
      'Total',
      'Female',
      'Total',
      2003 + (at % 18),
      'Counts',
      at / 7,
      'CTS',
    ];
  }
}

/** Median milliseconds of the runs, and the most memory that the process held in them. */
async function time(
  work: () => Promise<number>,
): Promise<{ readonly ms: number; readonly peak: number; readonly count: number }> {
  const taken: number[] = [];
  let peak = 0;
  let count = await work();
  for (let run = 0; run < runs; run++) {
    globalThis.gc?.();
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 5);
    const start = performance.now();
    count = await work();
    taken.push(performance.now() - start);
    clearInterval(watch);
    peak = Math.max(peak, process.memoryUsage().rss);
  }
  return { ms: median(taken), peak, count };
}

async function countCells(sheet: Sheet | undefined): Promise<number> {
  let cells = 0;
  for await (const rows of sheet!.batches()) for (const row of rows) cells += row.cells.length;
  return cells;
}

/** What reading costs before anything is understood: the compressed bytes of the sheet inflated at once, and parsed into nothing. */
async function bareLimit(path: string): Promise<number> {
  await using zip = await openZip(path);
  const entry = zip.find('xl/worksheets/sheet1.xml')!;
  const bytes = readFileSync(path);
  const start = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
  const text = inflateRawSync(bytes.subarray(start, start + entry.compressedSize)).toString('utf8');
  let tags = 0;
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('opentag', () => tags++);
  parser.on('text', () => {});
  for (let at = 0; at < text.length; at += 65_536) parser.write(text.slice(at, at + 65_536));
  parser.close();
  return tags;
}

const shown = (ms: number) => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`);
const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MiB`;
const figures: Figure[] = [];

const made = join(folder, 'made.xlsx');
const published = fileURLToPath(
  new URL('../../shared/data/statistics/data_cts_prisons_and_prisoners.xlsx', import.meta.url),
);
await pipeline(
  Readable.from(writeWorkbook({ sheets: [{ name: 'Data', rows: table(65_800) }] })),
  createWriteStream(made),
);
const books: readonly (readonly [string, string])[] = [
  ['a workbook of 65,800 rows and 13 columns, written here', made],
  ...(existsSync(published) ? [['the published prison workbook (65,800 rows, 30 MB of XML)', published] as const] : []),
];
for (const [what, path] of books) {
  const ours = await time(async () => {
    await using workbook = await readWorkbook(path);
    return await countCells(workbook.sheets[0]);
  });
  const limit = await time(() => bareLimit(path));
  figures.push({
    what: `Read ${what}: ${ours.count} cells, process at most ${megabytes(ours.peak)}`,
    ours: shown(ours.ms),
    limit: `${shown(limit.ms)} (inflate and saxes, nothing kept)`,
    goal: '≤ 2 s',
    met: ours.ms <= 2000,
  });
}

const written = await time(async () => {
  let size = 0;
  for await (const chunk of writeWorkbook({ sheets: [{ name: 'Data', rows: table(65_800) }] })) size += chunk.length;
  return size;
});
figures.push({
  what: `Write a workbook of 65,800 rows and 13 columns, process at most ${megabytes(written.peak)}`,
  ours: shown(written.ms),
});

const million = 1_000_000;
const csv = join(folder, 'made.csv');
await pipeline(Readable.from(writeCsv(table(million))), createWriteStream(csv));
const csvRead = await time(async () => {
  await using workbook = await readCsv(csv);
  return await countCells(workbook.sheets[0]);
});
const csvPeer = await time(async () => {
  let cells = 0;
  for await (const record of createReadStream(csv).pipe(parse())) cells += (record as readonly string[]).length;
  return cells;
});
const csvLimit = await time(async () => {
  let cells = 0;
  for (const line of readFileSync(csv, 'utf8').split('\r\n')) cells += line.split(',').length;
  return cells;
});
figures.push({
  what: `Read a CSV file of 1 million rows and 13 columns, process at most ${megabytes(csvRead.peak)}`,
  ours: shown(csvRead.ms),
  peer: `${shown(csvPeer.ms)} (csv-parse)`,
  limit: `${shown(csvLimit.ms)} (split at line breaks and commas, whole file in memory)`,
  goal: '≥ 0.3 million rows a second',
  met: csvRead.ms <= million / 300,
});
const csvWritten = await time(async () => {
  let size = 0;
  for await (const chunk of writeCsv(table(million))) size += chunk.length;
  return size;
});
figures.push({
  what: 'Write 1 million rows and 13 columns as CSV, formulas neutralised',
  ours: shown(csvWritten.ms),
  goal: '≥ 0.6 million rows a second',
  met: csvWritten.ms <= million / 600,
});

rmSync(folder, { recursive: true });
recordFigures('Spreadsheets', { command: 'npm run bench -- spreadsheet', runs, figures });
