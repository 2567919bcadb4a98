import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import * as fc from 'fast-check';
import { Problem } from '#kernel/errors/problem.ts';
import { readXmlTree, textOf } from '#kernel/xml/index.ts';
import { readWorkbook } from './read-workbook.ts';
import type { CellToWrite, RowToWrite, WorkbookToWrite } from './write/definition.ts';
import { writeWorkbook } from './write-workbook.ts';

const bytesOf = async (workbook: WorkbookToWrite) => Buffer.concat(await Array.fromAsync(writeWorkbook(workbook)));
const oneSheet = (rows: readonly RowToWrite[], more: Partial<WorkbookToWrite> = {}): WorkbookToWrite => ({
  sheets: [{ name: 'Return', rows }],
  ...more,
});

async function partsOf(workbook: WorkbookToWrite): Promise<Record<string, string>> {
  const parts = unzipSync(await bytesOf(workbook));
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

describe('a written workbook', () => {
  test('reads back with the same values, types and places', async () => {
    const value = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
      fc.constantFrom('=1+1', '_x0041_', '_x005F_', ' a ', 'a\r\nb\tc', '\0', '\ufffe', 'TRUE', '007', '<f>1</f>'),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
      fc.integer(),
      fc.boolean(),
      fc.date({ min: new Date('1900-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
      fc.constant(undefined),
    );
    const styles = { head: { bold: true, fill: 'DDEEFF' }, share: { numberFormat: '0.0%' } };
    const cell: fc.Arbitrary<CellToWrite> = fc.oneof(value, fc.record({ value, style: fc.constantFrom('head') }));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 }), async (rows) => {
        await using workbook = await readWorkbook(await bytesOf(oneSheet(rows, { styles })));
        const seen = new Map<string, unknown>();
        for await (const row of workbook.sheets[0]!.rows())
          for (const one of row.cells) seen.set(`${one.row},${one.column}`, one.value);
        const expected = new Map<string, unknown>();
        for (const [row, cells] of rows.entries()) {
          for (const [column, given] of cells.entries()) {
            const plain = typeof given === 'object' && given !== null && 'style' in given ? given.value : given;
            if (plain !== undefined && plain !== null) expected.set(`${row + 1},${column + 1}`, plain);
          }
        }
        assert.deepEqual(seen, expected);
      }),
      { numRuns: 300 },
    );
  });

  test('the same workbook gives the same bytes', async () => {
    const workbook = oneSheet([['a', 1, new Date('2024-01-01')]]);
    assert.deepEqual(await bytesOf(workbook), await bytesOf(workbook));
  });

  test('text never becomes a formula, and is marked as text where a program might take it for one', async () => {
    const rows = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=cmd|"/c calc"!A1', '＝1'].map((text) => [text]);
    const parts = await partsOf(oneSheet(rows));
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
    assert.equal(sheet.includes('<f>'), false);
    assert.equal(sheet.match(/ s="1" t="inlineStr"/g)?.length, rows.length);
    assert.match(parts['xl/styles.xml'] ?? '', /quotePrefix="1"/);
  });

  test('a formula is one only when the program gives it as one, with its stored result', async () => {
    await using workbook = await readWorkbook(
      await bytesOf(oneSheet([[1, 2, { formula: 'SUM(A1:B1)', value: 3 }, { formula: '"a"&"<"' }]])),
    );
    for await (const row of workbook.sheets[0]!.rows()) {
      assert.deepEqual(
        row.cells.map((cell) => [cell.value, cell.formula]),
        [
          [1, false],
          [2, false],
          [3, true],
          [undefined, true],
        ],
      );
    }
  });

  test('everything a questionnaire needs is in its parts', async () => {
    const parts = await partsOf({
      styles: {
        label: { bold: true, wrap: true, fill: 'EEEEEE' },
        answer: { unlocked: true, border: true, numberFormat: '#,##0' },
      },
      structureProtected: true,
      definedNames: [{ name: 'yes_no', reference: 'Lists!$A$1:$A$2' }],
      sheets: [
        {
          name: 'القسم 1',
          rightToLeft: true,
          protected: true,
          freeze: { rows: 2, columns: 1 },
          columns: [{ width: 40, style: 'label' }, { width: 14 }, { hidden: true }],
          merged: ['A1:C1'],
          validations: [
            { kind: 'list', range: 'B3', reference: 'yes_no', prompt: { text: 'Yes & no' } },
            { kind: 'list', range: 'B4', values: ['a', 'b'] },
            { kind: 'whole', range: 'B5:B9', least: 0, error: { text: 'x'.repeat(400), level: 'warning' } },
            { kind: 'date', range: 'B10', least: new Date('2023-01-01'), most: new Date('2023-12-31') },
            { kind: 'length', range: 'B11', most: 100 },
            { kind: 'formula', range: 'B12', formula: 'B12<=B5' },
          ],
          comments: [{ address: 'A3', text: 'Persons held\non 31 December', author: 'Secretariat' }],
          rows: [
            { cells: [{ value: 'Title', style: 'label' }], height: 30 },
            { number: 3, cells: ['Q', { style: 'answer' }] },
          ],
        },
        { name: 'Lists', hidden: 'very-hidden', rows: [['yes'], ['no']] },
      ],
    });
    for (const text of Object.values(parts)) await readXmlTree(text);
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
    for (const expected of [
      /rightToLeft="1"/,
      /<pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"\/>/,
      /<col min="1" max="1" width="40" style="\d+" customWidth="1"\/>/,
      /<row r="1" ht="30" customHeight="1">/,
      /<c r="B3" s="\d+"\/>/,
      /<sheetProtection sheet="1"/,
      /type="list"[^>]*prompt="Yes &amp; no" sqref="B3"><formula1>yes_no</,
      /<formula1>"a,b"</,
      /type="whole" operator="greaterThanOrEqual" errorStyle="warning"/,
      /<formula1>44927<\/formula1><formula2>45291</,
      /type="custom"/,
      /<legacyDrawing r:id="drawing"\/>/,
    ]) {
      assert.match(sheet, expected);
    }
    assert.match(parts['xl/styles.xml'] ?? '', /<protection locked="0"\/>/);
    assert.match(
      parts['xl/workbook.xml'] ?? '',
      /lockStructure="1".*state="veryHidden".*<definedName name="yes_no">Lists!\$A\$1:\$A\$2</s,
    );
    assert.match(parts['xl/comments1.xml'] ?? '', /ref="A3".*on 31 December/s);
    assert.equal(textOf(await readXmlTree(parts['xl/comments1.xml'] ?? '')).includes('Secretariat'), true);
    assert.match(parts['xl/drawings/vmlDrawing1.vml'] ?? '', /<x:Row>2<\/x:Row><x:Column>0</);
  });

  test('a large sheet is written as its rows come, in bounded memory', { timeout: 30_000 }, async () => {
    let made = 0;
    const rows = function* () {
      for (; made < 200_000; made++) yield [made, 'Morocco', made / 7, 'Persons held'];
    };
    let size = 0;
    let ahead = 0;
    for await (const chunk of writeWorkbook(oneSheet([], { sheets: [{ name: 'Data', rows: rows() }] }))) {
      if (size < 20_000) ahead = made;
      size += chunk.length;
    }
    assert.equal(made, 200_000);
    assert.ok(ahead < 100_000, `${ahead} rows were made before the first bytes were taken`);
  });
});

describe('what no program could open is refused', () => {
  const cases: readonly (readonly [string, WorkbookToWrite, RegExp])[] = [
    ['a sheet without a name', { sheets: [{ name: '', rows: [] }] }, /cannot be named/],
    ['a long name', { sheets: [{ name: 'x'.repeat(32), rows: [] }] }, /cannot be named/],
    ['a name with a slash', { sheets: [{ name: 'a/b', rows: [] }] }, /cannot be named/],
    [
      'the same name twice',
      {
        sheets: [
          { name: 'A', rows: [] },
          { name: 'a', rows: [] },
        ],
      },
      /cannot be named/,
    ],
    ['no sheet to see', { sheets: [{ name: 'A', hidden: 'hidden', rows: [] }] }, /not hidden/],
    ['a range that is none', { sheets: [{ name: 'A', rows: [], merged: ['A1:'] }] }, /range A1:/],
    ['a long text', oneSheet([['ok'], ['x'.repeat(32_768)]]), /cell A2 of the sheet Return/],
    ['no number', oneSheet([[1, Number.NaN]]), /cell B1 of the sheet Return/],
    ['no date', oneSheet([[new Date('1600-01-01')]]), /cell A1/],
    ['an unknown style', oneSheet([[{ value: 1, style: 'toString' }]]), /style toString/],
    [
      'rows out of order',
      oneSheet([
        { number: 5, cells: [1] },
        { number: 5, cells: [1] },
      ]),
      /row 5/,
    ],
    ['too many columns', oneSheet([Array.from({ length: 16_385 }, () => 1)]), /16385 columns/],
    [
      'a list with a comma',
      { sheets: [{ name: 'A', rows: [], validations: [{ kind: 'list', range: 'A1', values: ['a,b'] }] }] },
      /comma/,
    ],
    ['a comment nowhere', { sheets: [{ name: 'A', rows: [], comments: [{ address: '7', text: 'x' }] }] }, /no cell/],
    ['a name that is none', oneSheet([], { definedNames: [{ name: '1a', reference: 'A!A1' }] }), /name 1a/],
  ];
  for (const [name, workbook, words] of cases) {
    test(name, async () => {
      await assert.rejects(
        bytesOf(workbook),
        (error: unknown) => error instanceof Problem && words.test(error.message),
      );
    });
  }
});
