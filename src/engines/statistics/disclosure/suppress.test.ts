import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { suppress } from './suppress.ts';
import type { CountTable } from './table.ts';

/** A table of sex by age with totals on both sides. */
function aTable(counts: readonly (readonly number[])[]): CountTable {
  const columns = counts[0]?.length ?? 0;
  const at = (row: number, column: number) => counts[row]?.[column] ?? 0;
  const cells = [];
  for (let row = 0; row <= counts.length; row += 1) {
    for (let column = 0; column <= columns; column += 1) {
      let value = 0;
      for (let r = 0; r < counts.length; r += 1)
        for (let c = 0; c < columns; c += 1)
          if ((row === counts.length || r === row) && (column === columns || c === column)) value += at(r, c);
      cells.push({ id: `${row}/${column}`, value });
    }
  }
  const sums = [];
  for (let row = 0; row <= counts.length; row += 1)
    sums.push({ total: `${row}/${columns}`, parts: counts[0]?.map((_, column) => `${row}/${column}`) ?? [] });
  for (let column = 0; column <= columns; column += 1)
    sums.push({ total: `${counts.length}/${column}`, parts: counts.map((_, row) => `${row}/${column}`) });
  return { cells, sums };
}

/** An attacker written apart from the code: narrows each hidden count to the values that some non-negative whole table allows. */
function possibleValues(table: CountTable, hidden: ReadonlySet<string>): Map<string, [number, number]> {
  const bounds = new Map(
    table.cells.map(({ id, value }): [string, [number, number]] => [
      id,
      hidden.has(id) ? [0, Infinity] : [value ?? 0, value ?? 0],
    ]),
  );
  for (let changed = true; changed;) {
    changed = false;
    const narrow = (id: string, low: number, high: number): void => {
      const [oldLow, oldHigh] = bounds.get(id) ?? [0, Infinity];
      const next: [number, number] = [Math.max(oldLow, low), Math.min(oldHigh, high)];
      if (next[0] > oldLow || next[1] < oldHigh) {
        bounds.set(id, next);
        changed = true;
      }
    };
    for (const { total, parts } of table.sums) {
      const lowOf = (ids: readonly string[]) => ids.reduce((sum, id) => sum + (bounds.get(id)?.[0] ?? 0), 0);
      const highOf = (ids: readonly string[]) => ids.reduce((sum, id) => sum + (bounds.get(id)?.[1] ?? 0), 0);
      narrow(total, lowOf(parts), highOf(parts));
      const [totalLow, totalHigh] = bounds.get(total) ?? [0, Infinity];
      for (const part of parts) {
        const others = parts.filter((other) => other !== part);
        narrow(part, totalLow - highOf(others), totalHigh - lowOf(others));
      }
    }
  }
  return bounds;
}

test('a small count is hidden, and so is enough of its row and column', () => {
  const hidden = suppress(
    aTable([
      [2, 40, 60],
      [30, 50, 70],
      [80, 90, 10],
    ]),
    5,
  );
  assert.equal(hidden.get('0/0'), 'primary');
  assert.ok(hidden.size >= 4, `only ${[...hidden.keys()].join(' ')}`);
});

test('a table without small counts is shown whole, and zeros are no secret', () => {
  assert.equal(
    suppress(
      aTable([
        [20, 0],
        [0, 30],
      ]),
      5,
    ).size,
    0,
  );
});

test('where the only other part is zero, the total is hidden instead', () => {
  const hidden = suppress(
    {
      cells: [
        { id: 't', value: 3 },
        { id: 'a', value: 3 },
        { id: 'b', value: 0 },
      ],
      sums: [{ total: 't', parts: ['a', 'b'] }],
    },
    5,
  );
  assert.deepEqual([...hidden.keys()].sort(), ['a', 't']);
});

test('a sum with an unreported part gives nothing away', () => {
  const cells = [
    { id: 't', value: 30 },
    { id: 'a', value: 3 },
    { id: 'b', value: undefined },
  ];
  assert.deepEqual([...suppress({ cells, sums: [{ total: 't', parts: ['a', 'b'] }] }, 5)], [['a', 'primary']]);
});

test('law: no attacker computes a small count that is hidden', () => {
  const counts = fc.integer({ min: 1, max: 4 }).chain((columns) =>
    fc.array(
      fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 200 })), {
        minLength: columns,
        maxLength: columns,
      }),
      { minLength: 1, maxLength: 4 },
    ),
  );
  fc.assert(
    fc.property(counts, fc.integer({ min: 2, max: 10 }), (rows, threshold) => {
      const table = aTable(rows);
      const hidden = suppress(table, threshold);
      const bounds = possibleValues(table, new Set(hidden.keys()));
      for (const { id, value } of table.cells) {
        if (value === undefined || value === 0 || value >= threshold) continue;
        assert.ok(hidden.has(id), `${id} = ${value} is shown`);
        const [low, high] = bounds.get(id) ?? [0, 0];
        assert.ok(high > low, `${id} = ${value} is known`);
      }
    }),
    { numRuns: 500 },
  );
});
