import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Problem } from '#kernel/errors/problem.ts';
import { aPackage, type HandmadeWorkbook } from './testing.ts';
import { readWorkbook, type ReadWorkbookOptions } from './read-workbook.ts';
import type { Cell } from './table.ts';

/** Cells of the first sheet by address. */
async function cellsOf(made: HandmadeWorkbook, options: ReadWorkbookOptions = {}): Promise<Map<string, Cell>> {
  await using workbook = await readWorkbook(aPackage(made), options);
  const cells = new Map<string, Cell>();
  for await (const row of workbook.sheets[0]!.rows()) for (const cell of row.cells) cells.set(cell.address, cell);
  return cells;
}

const sheet = (data: string) => [{ name: 'Held', data }];

async function refused(work: Promise<unknown>, kind: Problem['kind'], ...words: readonly RegExp[]): Promise<Problem> {
  const problem = await work.then(
    () => assert.fail('it was accepted'),
    (error: unknown) => error,
  );
  assert.ok(problem instanceof Problem, String(problem));
  assert.equal(problem.kind, kind, problem.message);
  for (const word of words) assert.match(problem.message, word);
  return problem;
}

describe('values of cells', () => {
  test('numbers, texts, booleans, errors and formulas are told apart', async () => {
    const cells = await cellsOf({
      sheets: sheet(
        '<row r="1"><c r="A1"><v>12.5</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#N/A</v></c>' +
          '<c r="E1"><f>A1*2</f><v>25</v></c><c r="F1" t="str"><f>"x"</f></c><c r="G1" t="inlineStr"><is><t>in</t></is></c></row>',
      ),
      texts: '<si><t>Morocco</t></si>',
    });
    const seen = [...cells.values()].map(({ address, value, text, formula, error }) => [
      address,
      value,
      text,
      formula,
      error,
    ]);
    assert.deepEqual(seen, [
      ['A1', 12.5, '12.5', false, undefined],
      ['B1', 'Morocco', 'Morocco', false, undefined],
      ['C1', true, 'TRUE', false, undefined],
      ['D1', undefined, '#N/A', false, '#N/A'],
      ['E1', 25, '25', true, undefined],
      ['F1', undefined, '', true, undefined],
      ['G1', 'in', 'in', false, undefined],
    ]);
  });

  test('runs of a rich text are joined, pronunciation guides left out, escaped characters restored', async () => {
    const cells = await cellsOf({
      sheets: sheet('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'),
      texts:
        '<si><r><t xml:space="preserve">Persons </t></r><r><rPr><b/></rPr><t>held</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si><si><t>a_x000D_b_x005F_</t></si>',
    });
    assert.equal(cells.get('A1')?.value, 'Persons held');
    assert.equal(cells.get('B1')?.value, 'a\rb_');
  });

  test('dates are known by their style, in both date systems; lengths of time stay numbers', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="[$-409]d\\-mmm\\-yyyy;@"/><numFmt numFmtId="165" formatCode="[h]:mm"/><numFmt numFmtId="166" formatCode="0.0 &quot;days&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="22"/></cellXfs>';
    const data =
      '<row r="1"><c r="A1" s="1"><v>44197</v></c><c r="B1" s="2"><v>1.5</v></c><c r="C1" s="3"><v>3</v></c><c r="D1" s="4"><v>44197.75</v></c><c r="E1" s="1"><v>60</v></c><c r="F1" s="1"><v>59</v></c></row>';
    const cells = await cellsOf({ sheets: sheet(data), styles });
    assert.deepEqual(cells.get('A1')?.value, new Date('2021-01-01'));
    assert.equal(cells.get('A1')?.text, '2021-01-01');
    assert.equal(cells.get('B1')?.value, 1.5);
    assert.equal(cells.get('C1')?.value, 3);
    assert.equal(cells.get('D1')?.text, '2021-01-01T18:00:00');
    assert.equal(cells.get('E1')?.value, 60, 'the 29 February 1900 that never was');
    assert.equal(cells.get('F1')?.text, '1900-02-28');
    const old = await cellsOf({ sheets: sheet(data), styles, workbookProperties: '<workbookPr date1904="1"/>' });
    assert.deepEqual(old.get('A1')?.value, new Date('2025-01-02'));
  });
});

describe('the shape of sheets', () => {
  test('missing addresses count on, empty rows and cells are left out, the declared dimension is not believed', async () => {
    const cells = await cellsOf({
      sheets: sheet(
        '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="5"/><row><c/><c s="1"/><c t="n"><v>4</v></c></row>',
      ),
    });
    assert.deepEqual([...cells.keys()], ['A1', 'D1', 'E1', 'C6']);
  });

  test('hidden sheets are flagged, merged cells and defined names are given, sheets are found by name', async () => {
    await using workbook = await readWorkbook(
      aPackage({
        sheets: [
          {
            name: 'Open',
            data: '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row>',
            after: '<mergeCells><mergeCell ref="A1:C2"/></mergeCells>',
          },
          { name: 'Lists', data: '', attributes: 'state="veryHidden"' },
        ],
        definedNames:
          '<definedNames><definedName name="states" localSheetId="1">Lists!$A$1:$A$9</definedName></definedNames>',
      }),
    );
    assert.deepEqual(
      workbook.sheets.map(({ name, hidden }) => [name, hidden]),
      [
        ['Open', 'no'],
        ['Lists', 'very-hidden'],
      ],
    );
    assert.deepEqual(await workbook.sheet('OPEN').merged(), [
      { from: { row: 1, column: 1 }, to: { row: 2, column: 3 } },
    ]);
    assert.deepEqual(workbook.definedNames, [
      { name: 'states', sheet: 1, hidden: false, reference: 'Lists!$A$1:$A$9' },
    ]);
    for await (const row of workbook.sheet('Open').rows()) assert.equal(row.hidden, true);
    await refused(
      Promise.resolve().then(() => workbook.sheet('Data')),
      'not-found',
      /Open, Lists/,
    );
  });

  test('strict OOXML and prefixed elements read the same', async () => {
    const strict = await cellsOf({ strict: true, sheets: sheet('<row r="1"><c r="A1"><v>7</v></c></row>') });
    assert.equal(strict.get('A1')?.value, 7);
    const prefixed = await cellsOf({
      sheets: sheet(
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="B1"><x:v>8</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      ),
    });
    assert.equal(prefixed.get('B1')?.value, 8);
  });
});

const published = new URL('../../../../shared/data/statistics/data_cts_prisons_and_prisoners.xlsx', import.meta.url);

test(
  'the published prison workbook reads whole, though it says it has one cell',
  { skip: !existsSync(published) && 'the published workbook is not at hand' },
  async () => {
    await using workbook = await readWorkbook(published.pathname);
    let rows = 0;
    let last = 0;
    const years = new Set<unknown>();
    for await (const row of workbook.sheets[0]!.rows()) {
      rows++;
      last = row.number;
      if (row.number > 3) years.add(row.cell(10)?.value);
    }
    assert.equal(rows, 65_797 + 3);
    assert.equal(last, 65_800);
    assert.ok(years.has(1013));
  },
);
