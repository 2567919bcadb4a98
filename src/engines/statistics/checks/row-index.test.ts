import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { RowIndex } from './row-index.ts';

test('a row is found by the codes that differ, exactly where a table of all keys has it', () => {
  const key = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(200), fc.nat(5));
  fc.assert(
    fc.property(fc.array(key, { minLength: 1, maxLength: 200 }), fc.nat(3), fc.nat(200), (keys, second, third) => {
      const dimensions = [0, 1, 2].map((place) => Int32Array.from(keys, (each) => each[place] ?? 0));
      const periods = Int32Array.from(keys, (each) => each[3]);
      const index = new RowIndex(dimensions, periods, new Uint8Array(keys.length));
      const first = new Map<string, number>();
      keys.forEach((each, row) => first.set(each.join(), first.get(each.join()) ?? row));
      for (const [row, [one, , , period]] of keys.entries()) {
        const steps = [
          { place: 1, code: second },
          { place: 2, code: third },
        ];
        assert.equal(index.find(row, steps), first.get([one, second, third, period].join()) ?? -1);
      }
    }),
  );
});
