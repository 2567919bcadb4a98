import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { planGroup } from './group.ts';
import type { Vocabulary } from './vocabulary.ts';

type Row = readonly (string | null)[];

test('whether few rows are read as texts or many as packed numbers, the same values come out', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const ids = ['ONE', 'TWO', 'THREE'];
  const values = [
    ['a', "it's", 'c', 'ab', 'longer than six', 'Côte d’Ivoire', ''],
    ['x', 'y', 'é'],
    ['z'], // often the only one
  ];
  const rows = fc.array(fc.tuple(...values.map((each) => fc.option(fc.constantFrom(...each), { freq: 20 }))), {
    minLength: 1,
    maxLength: 40,
  });
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom(1, 2, 3), async (table: readonly Row[], width) => {
      const vocabulary = vocabularyOf(ids, table);
      const cell = (text: string | null) => (text === null ? 'NULL::VARCHAR' : `'${text.replaceAll("'", "''")}'`);
      await connection.run(
        `CREATE OR REPLACE TABLE t AS SELECT * FROM (VALUES ${table.map((row, at) => `(${at}, ${row.map(cell).join(', ')})`).join(', ')}) v (n, ONE, TWO, THREE)`,
      );
      const sources = ids.slice(0, width).map((id) => ({ id }));
      const expected = table.map((row) => row.slice(0, width));
      for (const plan of [
        planGroup(sources, undefined),
        planGroup(sources, vocabulary, 1),
        planGroup(sources, vocabulary),
      ]) {
        const read = await connection.run(`SELECT ${[...plan.expressions, 'n'].join(', ')} FROM t ORDER BY n`);
        const chunk = (await read.fetchChunk()) ?? assert.fail('no rows');
        const vectors = plan.expressions.map((_, place) => chunk.getColumnVector(place));
        const codes = [...plan.read(vectors, chunk.rowCount)];
        const found = codes.map((code) => {
          const indexes: number[] = [];
          plan.group.split(code, indexes);
          return plan.group.columns.map((column, place) =>
            indexes[place] === 0 ? null : column.values[indexes[place] ?? 0],
          );
        });
        assert.deepEqual(found, expected);
        for (const [at, row] of expected.entries())
          if (at > 0)
            assert.equal(codes[at] === codes[at - 1], JSON.stringify(row) === JSON.stringify(expected[at - 1]));
      }
    }),
    { numRuns: 60 },
  );
});

function vocabularyOf(ids: readonly string[], table: readonly Row[]): Vocabulary {
  const cells = (place: number) => table.map((row) => row[place] ?? null);
  return {
    values: new Map(
      ids.map((id, place) => [id, [...new Set(cells(place).filter((text) => text !== null))].toSorted()]),
    ),
    nullable: new Set(ids.filter((_, place) => cells(place).includes(null))),
    start: undefined,
    end: undefined,
    series: table.length,
    observations: table.length,
  };
}
