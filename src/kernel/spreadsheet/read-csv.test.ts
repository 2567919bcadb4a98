import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { Problem } from '#kernel/errors/problem.ts';
import { readCsv, type ReadCsvOptions } from './read-csv.ts';

async function read(text: string | Uint8Array, options: ReadCsvOptions = {}) {
  await using workbook = await readCsv(typeof text === 'string' ? Buffer.from(text) : text, options);
  const rows: { number: number; line: number; cells: Record<string, string> }[] = [];
  for await (const row of workbook.sheets[0]!.rows()) {
    rows.push({
      number: row.number,
      line: row.line,
      cells: Object.fromEntries(row.cells.map((cell) => [cell.address, cell.text])),
    });
  }
  return { rows, notes: workbook.notes };
}

async function refused(text: string, ...words: readonly RegExp[]): Promise<void> {
  await assert.rejects(read(text), (error: unknown) => {
    assert.ok(error instanceof Problem, String(error));
    for (const word of words) assert.match(error.message, word);
    return true;
  });
}

describe('delimited files', () => {
  test('quoted fields keep delimiters, quotes and line breaks; rows keep their place', async () => {
    const { rows } = await read('Country,Note\r\n"Korea, Republic of","he said ""no""\r\ntwice"\r\n\r\nBenin,\r\n');
    assert.deepEqual(rows, [
      { number: 1, line: 1, cells: { A1: 'Country', B1: 'Note' } },
      { number: 2, line: 2, cells: { A2: 'Korea, Republic of', B2: 'he said "no"\r\ntwice' } },
      { number: 4, line: 5, cells: { A4: 'Benin' } },
    ]);
  });

  for (const [name, text, expected] of [
    ['semicolons', 'a;b;c\n1,5;2;3\n1,7;2;3\n', '1,5'],
    ['tabs', 'a\tb\n1,5\t2\n', '1,5'],
    ['a sep= line', 'sep=|\r\na|b\r\n1,5|2\r\n', '1,5'],
  ] as const) {
    test(`the delimiter is found out: ${name}`, async () => {
      const { rows } = await read(text);
      assert.equal(rows[1]?.cells['A2'], expected);
      assert.equal(rows[1]?.cells['B2'], '2');
    });
  }

  for (const [name, bytes] of [
    ['UTF-8', Buffer.from('Région,Côte d’Ivoire\n')],
    ['UTF-8 with mark', Buffer.from('\uFEFFRégion,Côte d’Ivoire\n')],
    ['UTF-16LE with mark', Buffer.from('\uFEFFRégion,Côte d’Ivoire\n', 'utf16le')],
    ['UTF-16BE with mark', Buffer.from('\uFEFFRégion,Côte d’Ivoire\n', 'utf16le').swap16()],
    ['UTF-16LE without', Buffer.from('Région,Côte d’Ivoire\n', 'utf16le')],
  ] as const) {
    test(`the encoding is found out: ${name}`, async () => {
      const { rows, notes } = await read(bytes);
      assert.deepEqual(rows[0]?.cells, { A1: 'Région', B1: 'Côte d’Ivoire' });
      assert.equal(notes.length, name.endsWith('without') ? 1 : 0);
    });
  }

  test('what is not UTF-8 is read as Windows-1252, and that is said', async () => {
    const text = Buffer.from('Région,Côte d\u0092Ivoire,\u0080\n', 'latin1');
    const { rows, notes } = await read(text);
    assert.deepEqual(rows[0]?.cells, { A1: 'Région', B1: 'Côte d’Ivoire', C1: '€' });
    assert.match(notes[0]?.id ?? '', /Windows-1252/);
  });

  test('one bad byte far into a file changes the encoding of the whole, not of its rest', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'csv-'));
    try {
      const path = join(folder, 'late.csv');
      await writeFile(path, Buffer.concat([Buffer.from('é,1\n'.repeat(700_000)), Buffer.from([0xe9, 0x0a])]));
      await using workbook = await readCsv(path);
      assert.equal(workbook.notes.length, 1);
      for await (const row of workbook.sheets[0]!.rows()) {
        assert.equal(row.cell(1)?.text, 'Ã©');
        break;
      }
      await writeFile(path, 'é,1\n'.repeat(700_000));
      await using valid = await readCsv(path);
      assert.equal(valid.notes.length, 0);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('faults name their line', async () => {
    await refused('a,b\n1,x"y"\n', /Line 2 /, /field 2/);
    await refused('a,b\n"1"x,2\n', /Line 2 /, /after the closing/);
    await refused('a,b\n"m\nn",1\n"never closed,2\n3,4\n', /line 4 /, /never closed/);
    await refused('a,b\n1,\0\n', /Line 2 /, /zero byte/);
    await assert.rejects(read('a,b\n1,2,3\n', { sameWidth: true }), /Line 2 .*3 fields .* 2/);
    await assert.rejects(read(`a\n${'x'.repeat(200_000)}\n`), /longer than 100000/);
    await assert.rejects(read(','.repeat(20_000)), /more than 16384 fields/);
    await assert.rejects(read('1\n2\n3\n', { limits: { rows: 2 } }), /more than 2 rows/);
    await assert.rejects(read(Buffer.from([0x61, 0xff]), { encoding: 'utf-8' }), /not UTF-8/);
  });

  test('reads what csv-parse reads, however the bytes are cut', async () => {
    const field = fc.oneof(fc.string({ maxLength: 8 }), fc.stringMatching(/^[a",;\r\n é]{0,6}$/));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
        async (table) => {
          const safe = table.map((row) => row.map((value) => value.replaceAll('\0', '')));
          const text = safe.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\r\n');
          const theirs = parse(text, { relax_column_count: true, skip_empty_lines: false, record_delimiter: '\r\n' });
          const { rows } = await read(text, { delimiter: ',' });
          const ours = safe.map((row, at) =>
            row.map(
              (_, column) => rows.find(({ number }) => number === at + 1)?.cells[`${'ABCD'[column]}${at + 1}`] ?? '',
            ),
          );
          assert.deepEqual(ours, theirs);
        },
      ),
      { numRuns: 300 },
    );
  });
});
