import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { delimiters } from './csv/delimiter.ts';
import { readCsv } from './read-csv.ts';
import { type CsvValue, writeCsv, type WriteCsvOptions } from './write-csv.ts';

const textOf = async (rows: readonly (readonly CsvValue[])[], options: WriteCsvOptions = {}) =>
  (await Array.fromAsync(writeCsv(rows, options))).join('');

test('values are written plainly, fields quoted where they must be', async () => {
  assert.equal(
    await textOf([
      ['a', 'b,c', 'say "x"', 'l1\nl2', ' s'],
      [1.5, -3, 10n, true, null, new Date('2024-02-29'), new Date('2024-02-29T10:00:00Z')],
      [''],
    ]),
    'a,"b,c","say ""x""","l1\nl2"," s"\r\n1.5,-3,10,true,,2024-02-29,2024-02-29T10:00:00Z\r\n""\r\n',
  );
});

describe('no text becomes a formula in a spreadsheet program', () => {
  const starts = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];
  for (const start of starts) {
    test(`text that begins with ${JSON.stringify(start)}`, async () => {
      for (const delimiter of delimiters) {
        const text = await textOf([[`${start}HYPERLINK("x")`]], { delimiter });
        assert.match(text, /^"?'/);
      }
    });
  }

  test('nor when the program splits at another character, or at a line break', async () => {
    assert.equal(await textOf([['a;=1+1;b']]), `"a;'=1+1;b"\r\n`);
    assert.equal(await textOf([['a\n=1+1']]), `"a\n'=1+1"\r\n`);
    assert.equal(await textOf([['a,=1+1']], { delimiter: ';' }), `"a,'=1+1"\r\n`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', ',', ';', '\t', '\n', '"', '=', '-', '@'), { maxLength: 10 }),
        fc.constantFrom(...delimiters),
        async (characters, delimiter) => {
          const text = await textOf([[characters.join('')]], { delimiter });
          for (const other of [',', ';', '\t']) {
            if (other === delimiter) continue;
            for (const piece of text.split(/\r\n|\n/).flatMap((line) => line.split(other)))
              assert.doesNotMatch(piece, /^[=+\-@]/);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('numbers stay numbers, and machines get the text as it is', async () => {
    assert.equal(await textOf([[-5, '-5']]), "-5,'-5\r\n");
    assert.equal(await textOf([[-5, '-5', '=x']], { readers: 'machines' }), '-5,-5,=x\r\n');
  });
});

test('what is written for machines is read back unchanged', async () => {
  const field = fc
    .oneof(fc.string(), fc.stringMatching(/^[a",;\t\r\n=|]{0,8}$/))
    .map((text) => text.replaceAll('\0', ''));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
      fc.constantFrom(...delimiters),
      async (rows, delimiter) => {
        await using workbook = await readCsv(Buffer.from(await textOf(rows, { delimiter, readers: 'machines' })), {
          delimiter,
          encoding: 'utf-8',
        });
        const seen = rows.map((row) => row.map(() => ''));
        for await (const row of workbook.sheets[0]!.rows())
          for (const cell of row.cells) seen[row.number - 1]![cell.column - 1] = cell.text;
        assert.deepEqual(seen, rows);
      },
    ),
    { numRuns: 300 },
  );
});

test('a value that is none is refused by its cell', async () => {
  await assert.rejects(textOf([[1], [2, Number.NaN]]), /cell B2/);
  await assert.rejects(textOf([[new Date(Number.NaN)]]), /cell A1/);
});
