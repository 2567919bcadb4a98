import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import * as fc from 'fast-check';
import { Problem } from '#kernel/errors/problem.ts';
import { aPackage, type HandmadeWorkbook } from './testing.ts';
import type { WorkbookLimits } from './limits.ts';
import { readTable } from './read-table.ts';
import { readWorkbook } from './read-workbook.ts';

async function readAll(bytes: Uint8Array, limits: Partial<WorkbookLimits> = {}): Promise<number> {
  await using workbook = await readWorkbook(bytes, { limits, name: 'return.xlsx' });
  let rows = 0;
  for (const sheet of workbook.sheets) for await (const batch of sheet.batches()) rows += batch.length;
  return rows;
}

async function refusalOf(work: Promise<unknown>): Promise<Problem> {
  const error = await work.then(
    (result) => assert.fail(`it was read: ${String(result)}`),
    (problem: unknown) => problem,
  );
  assert.ok(error instanceof Problem, String(error));
  return error;
}

const held = (data: string, more: Partial<HandmadeWorkbook> = {}) =>
  aPackage({ sheets: [{ name: 'Held', data }], ...more });

describe('a hostile or broken sheet is refused by sheet and cell', () => {
  const cases: readonly (readonly [string, Uint8Array, Problem['kind'], RegExp, string, Partial<WorkbookLimits>?])[] = [
    [
      '16,385 columns',
      held('<row r="2"><c r="XFE2"><v>1</v></c></row>'),
      'too-large',
      /16384 columns \(up to XFD\)/,
      'XFE2',
    ],
    [
      '16,385 columns without addresses',
      held(`<row r="1">${'<c><v>1</v></c>'.repeat(16_385)}</row>`),
      'too-large',
      /cell XFE1; at most 16384/,
      'XFE1',
    ],
    [
      'more columns than asked for',
      held('<row r="1"><c r="Z1"><v>1</v></c></row>'),
      'too-large',
      /cell Z1; at most 20 columns \(up to T\)/,
      'Z1',
      { columns: 20 },
    ],
    [
      'more rows than a sheet has',
      held('<row r="1048577"><c><v>1</v></c></row>'),
      'too-large',
      /row 1048577/,
      'A1048577',
    ],
    [
      'more rows than asked for',
      held('<row r="9"><c><v>1</v></c></row>'),
      'too-large',
      /row 9; at most 5/,
      'A9',
      { rows: 5 },
    ],
    [
      'more cells than asked for',
      held('<row><c><v>1</v></c><c><v>1</v></c><c><v>1</v></c></row>'),
      'too-large',
      /reached at C1/,
      'C1',
      { cells: 2 },
    ],
    [
      'a row twice',
      held('<row r="2"><c><v>1</v></c></row><row r="2"><c><v>2</v></c></row>'),
      'invalid',
      /marked 2 where A3/,
      'A3',
    ],
    [
      'a cell twice',
      held('<row r="1"><c r="B1"><v>1</v></c><c r="B1"><v>2</v></c></row>'),
      'invalid',
      /marked B1 where C1/,
      'C1',
    ],
    ['a cell in another row', held('<row r="1"><c r="B2"><v>1</v></c></row>'), 'invalid', /marked B2/, 'A1'],
    ['a row that is no number', held('<row r="x"><c><v>1</v></c></row>'), 'invalid', /marked x/, 'A1'],
    ['a cell outside any row', held('<c r="A1"><v>1</v></c>'), 'invalid', /marked A1/, 'A1'],
    [
      'a text that is not in the list',
      held('<row r="4"><c r="C4" t="s"><v>7</v></c></row>', { texts: '<si><t>a</t></si>' }),
      'invalid',
      /cell C4 .* not in/,
      'C4',
    ],
    [
      'a negative text number',
      held('<row r="4"><c r="C4" t="s"><v>-1</v></c></row>', { texts: '<si><t>a</t></si>' }),
      'invalid',
      /cell C4/,
      'C4',
    ],
    [
      'a text number that is a name',
      held('<row r="4"><c r="C4" t="s"><v>length</v></c></row>', { texts: '<si><t>a</t></si>' }),
      'invalid',
      /cell C4/,
      'C4',
    ],
    [
      'a huge shared text',
      held('<row r="3"><c r="B3" t="s"><v>0</v></c></row>', { texts: `<si><t>${'x'.repeat(100_001)}</t></si>` }),
      'too-large',
      /cell B3 .*100000/,
      'B3',
    ],
    [
      'a huge shared text in runs',
      held('<row r="3"><c r="B3" t="s"><v>0</v></c></row>', {
        texts: `<si>${`<r><t>${'x'.repeat(50_000)}</t></r>`.repeat(9)}</si>`,
      }),
      'too-large',
      /cell B3/,
      'B3',
    ],
    [
      'a huge text in the cell',
      held(`<row r="3"><c r="B3" t="inlineStr"><is><t>${'x'.repeat(100_001)}</t></is></c></row>`),
      'too-large',
      /cell B3/,
      'B3',
    ],
    ['a zero byte', held('<row r="3"><c r="B3"><v>1\0</v></c></row>'), 'invalid', /beyond cell B3 \(line 1/, 'B3'],
    ['an entity', held('<row r="3"><c r="B3"><v>&lol;</v></c></row>'), 'invalid', /beyond cell B3/, 'B3'],
    [
      'an entity bomb',
      held(
        '<?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>',
      ),
      'invalid',
      /beyond cell A1/,
      'A1',
    ],
    [
      'a sheet that stops',
      held('<worksheet><sheetData><row r="5"><c r="D5"><v>1</v></c>'),
      'invalid',
      /beyond cell D5/,
      'D5',
    ],
    ['elements without end', held(`<worksheet><sheetData>${'<a>'.repeat(5000)}`), 'too-large', /beyond cell A1/, 'A1'],
  ];
  for (const [name, bytes, kind, words, cell, limits] of cases) {
    test(name, async () => {
      const problem = await refusalOf(readAll(bytes, limits));
      assert.match(problem.message, words);
      assert.match(problem.message, /Held/);
      assert.equal(problem.kind, kind);
      assert.deepEqual([problem.details['sheet'], problem.details['cell']], ['Held', cell]);
    });
  }

  test('a sheet that is listed and missing', async () => {
    const problem = await refusalOf(readAll(held('', { parts: { 'xl/_rels/workbook.xml.rels': '<Relationships/>' } })));
    assert.match(problem.message, /sheet Held is listed/);
  });

  test('more texts or sheets than allowed', async () => {
    const texts = '<si><t>a</t></si>'.repeat(20);
    assert.match(
      (await refusalOf(readAll(held('<row><c t="s"><v>1</v></c></row>', { texts }), { sharedTexts: 10 }))).message,
      /more than 10 different texts/,
    );
    const sheets = Array.from({ length: 12 }, (_, at) => ({ name: `S${at}`, data: '' }));
    assert.match((await refusalOf(readAll(aPackage({ sheets }), { sheets: 10 }))).message, /more than 10 sheets/);
  });
});

describe('what is no readable workbook is named, with the remedy', () => {
  const ole = (name: string) => {
    const bytes = Buffer.alloc(4096);
    bytes.write('d0cf11e0a1b11ae1', 'hex');
    bytes.writeUInt16LE(9, 30);
    bytes.writeUInt32LE(1, 48);
    bytes.write(name, 1024, 'utf16le');
    return bytes;
  };
  const zipped = (parts: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
  const main = (target: string) =>
    `<Relationships><Relationship Id="r" Type="x/officeDocument" Target="${target}"/></Relationships>`;
  const cases: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ['a password', ole('EncryptedPackage'), /protected by a password.*remove the password/],
    ['an old workbook', ole('Workbook'), /old Excel format \(\.xls\).*save it as/],
    ['an older workbook', ole('Book'), /old Excel format/],
    ['an old letter', ole('WordDocument'), /old office document/],
    ['a cut container', ole('x').subarray(0, 20), /old office document/],
    ['macros', held('', { parts: { 'xl/vbaProject.bin': 'x' } }), /contains macros.*without macros/],
    ['old macros', held('', { parts: { 'xl/macrosheets/sheet1.xml': 'x' } }), /contains macros/],
    ['a binary workbook', zipped({ '_rels/.rels': main('xl/workbook.bin'), 'xl/workbook.bin': 'x' }), /\.xlsb/],
    [
      'OpenDocument',
      zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
      /\.ods/,
    ],
    ['Numbers', zipped({ 'Index/Document.iwa': 'x' }), /Apple Numbers/],
    ['a letter', zipped({ '_rels/.rels': main('word/document.xml'), 'word/document.xml': '<x/>' }), /Word document/],
    ['slides', zipped({ '_rels/.rels': main('ppt/presentation.xml'), 'ppt/presentation.xml': '<x/>' }), /presentation/],
    ['some archive', zipped({ 'a.txt': 'x' }), /not an Excel workbook/],
    [
      'another vocabulary',
      held('', { parts: { 'xl/workbook.xml': '<workbook xmlns="urn:other"/>' } }),
      /not an Excel workbook/,
    ],
    ['a PDF', Buffer.from('%PDF-1.7'), /PDF/],
    ['a packed file', Buffer.from('1f8b0800', 'hex'), /gzip/],
    ['a web page', Buffer.from('\uFEFF <HTML><table>'), /web page/],
    ['old XML', Buffer.from('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'), /XML file/],
    ['nothing', Buffer.alloc(0), /empty/],
  ];
  for (const [name, bytes, words] of cases) {
    test(name, async () => {
      for (const read of [readWorkbook, readTable]) {
        const problem = await refusalOf(read(bytes, { name: 'return.xls' }));
        assert.match(problem.message, words);
        assert.match(problem.message, /return\.xls/);
      }
    });
  }

  test('text is no workbook, yet a table', async () => {
    await refusalOf(readWorkbook(Buffer.from('a,b\n')));
    await using table = await readTable(Buffer.from('a,b\n'));
    assert.equal(table.kind, 'csv');
    await using workbook = await readTable(held(''), { name: 'misnamed.csv' });
    assert.equal(workbook.kind, 'xlsx');
  });
});

describe('large and repetitive sheets cost no more than they must', () => {
  test('a million empty rows are passed over', { timeout: 30_000 }, async () => {
    const rows = Array.from({ length: 1_000_000 }, (_, at) => `<row r="${at + 1}" spans="1:9" ht="15"/>`).join('');
    const started = performance.now();
    assert.equal(await readAll(held(`${rows}<row r="1000001"><c><v>1</v></c></row>`)), 1);
    assert.ok(performance.now() - started < 15_000);
  });

  test('a sheet that grows a thousandfold is not opened', async () => {
    const problem = await refusalOf(readAll(held(`<row r="1">${'<c/>'.repeat(4_000_000)}</row>`)));
    assert.equal(problem.kind, 'too-large');
    assert.match(problem.message, /more than 250 times/);
  });

  test('texts beyond the memory given are kept on disk and read back', async () => {
    const texts = Array.from({ length: 5000 }, (_, at) => `<si><t>Text ${at} é日😀</t></si>`).join('');
    const cells = Array.from({ length: 5000 }, (_, at) => `<row><c t="s"><v>${(at * 37) % 5000}</v></c></row>`).join(
      '',
    );
    await using workbook = await readWorkbook(held(cells, { texts }), { limits: { sharedTextMemory: 10_000 } });
    let at = 0;
    for await (const row of workbook.sheets[0]!.rows())
      assert.equal(row.cell(1)?.value, `Text ${(at++ * 37) % 5000} é日😀`);
    assert.equal(at, 5000);
  });
});

describe('damage of any kind ends in a Problem, never in a crash', () => {
  const texts = Array.from({ length: 20 }, (_, at) => `<si><t>Text ${at}</t></si>`).join('');
  const rows = Array.from(
    { length: 30 },
    (_, row) =>
      `<row r="${row + 1}"><c r="A${row + 1}" t="s"><v>${row % 20}</v></c><c r="B${row + 1}" s="1"><v>${44_000 + row}</v></c></row>`,
  ).join('');
  const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
  const made = { texts, styles };
  const sound = Buffer.from(held(rows, made));

  test('a truncated file', async () => {
    for (let length = 0; length < sound.length; length += 97) await refusalOf(readAll(sound.subarray(0, length)));
  });

  test('500 workbooks with changed bytes', async () => {
    const change = fc.tuple(fc.nat(sound.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
        const bytes = Buffer.from(sound);
        for (const [at, byte] of changes) bytes[at] = byte;
        await readAll(bytes).catch((error: unknown) => assert.ok(error instanceof Problem, String(error)));
      }),
      { numRuns: 500 },
    );
  });

  test('500 workbooks with changed XML, packed soundly', async () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '</row>',
      '<row r="0">',
      '<c r="ZZZZ1">',
      '&',
      '"',
      ' r="A99"',
      ' t="s"',
      '<v>',
      ']]>',
      '<!--',
      '\0',
      '1e999',
      '-',
      '<f>',
      '<is>',
      'NaN',
    );
    const part = fc.constantFrom('data', 'texts', 'styles');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(part, fc.nat(2000), fc.nat(12), piece), { minLength: 1, maxLength: 4 }),
        async (changes) => {
          const changed = { data: rows, texts, styles };
          for (const [which, at, gone, put] of changes) {
            const place = at % changed[which].length;
            changed[which] = changed[which].slice(0, place) + put + changed[which].slice(place + gone);
          }
          await readAll(held(changed.data, changed)).catch((error: unknown) =>
            assert.ok(error instanceof Problem, String(error)),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});
