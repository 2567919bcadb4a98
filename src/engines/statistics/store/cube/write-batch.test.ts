import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { aFlow } from '../../testing/a-flow.ts';
import { stagedColumns } from './columns.ts';
import { foldersOf } from './folders.ts';
import { identifier, identifiers } from './sql-text.ts';
import { inWorkshop } from './workshop.ts';
import { sortStaged } from './write-batch.ts';

const { structure } = aFlow().flow;
const columns = stagedColumns(structure);
const key = [...structure.dimensions.map(({ id }) => id), 'TIME_PERIOD'];

test('a batch is sorted as its texts are, what is missing last, and no cell changes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mandata-sort-'));
  const text = fc.option(fc.constantFrom('_T', 'A', 'a', 'B', 'é', 'M', 'Z9', "it's", '2001', '2001-Q1'), { freq: 5 });
  const rows = fc.array(fc.array(text, { minLength: columns.length, maxLength: columns.length }), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(rows, async (table) => {
      await inWorkshop(foldersOf(folder), async (workshop) => {
        const types = columns.map((id) => `${identifier(id)} ${id === 'OBS_VALUE' ? 'DOUBLE' : 'VARCHAR'}`);
        await workshop.run(`CREATE TABLE staged (_row INTEGER, _kind UTINYINT, _action VARCHAR, ${types.join(', ')})`);
        for (const [row, cells] of table.entries()) {
          const values = cells.map((cell, at) => (columns[at] === 'OBS_VALUE' ? row : cell));
          await workshop.run(`INSERT INTO staged VALUES (?, 0, 'R', ${values.map(() => '?').join(', ')})`, [
            row,
            ...values,
          ]);
        }
        await sortStaged(workshop, structure);
        const expected = await workshop.rows(`SELECT * FROM staged ORDER BY ${identifiers(key)}, _row`);
        assert.deepEqual(await workshop.rows('SELECT * FROM sorted'), expected);
      });
    }),
    { numRuns: 12 },
  );
  await rm(folder, { recursive: true });
});
