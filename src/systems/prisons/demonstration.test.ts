import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countries } from '#reference/index.ts';
import { readTable } from '#kernel/spreadsheet/index.ts';
import { demonstrationFile } from './demonstration.ts';

const text = [...demonstrationFile()].join('');

test('the invented file is the same at each start, says of every row that it is invented, and has every member State', async () => {
  assert.equal([...demonstrationFile()].join(''), text);
  await using workbook = await readTable(Buffer.from(text));
  const areas = new Set<string>();
  let rows = 0;
  for await (const sheet of workbook) {
    for await (const row of sheet.rows()) {
      rows += 1;
      if (rows === 1) continue;
      assert.equal(row.cells.length, 11, `row ${rows}: ${row.cells.map((cell) => cell.text).join(' | ')}`);
      assert.equal(row.cell(13)?.text, 'Demonstration data, invented');
      areas.add(row.cell(1)?.text ?? '');
    }
  }
  assert.equal(areas.size, countries.filter(({ membership }) => membership === 'member-state').length);
  assert.ok(rows > 10_000);
});
