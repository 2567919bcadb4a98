import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { spreadLabels } from './spread-labels.ts';

test('labels that do not touch stay where they wish to be', () => {
  assert.deepEqual(spreadLabels([10, 50, 90], 15, 0, 100), [10, 50, 90]);
});

test('two labels at one height part evenly around it', () => {
  assert.deepEqual(spreadLabels([50, 50], 10, 0, 100), [45, 55]);
});

test('a label of two lines keeps its neighbours at the distance that its height asks for', () => {
  assert.deepEqual(spreadLabels([50, 50, 50], 10, 0, 100, [1, 2, 1]), [35, 50, 65]);
});

test('labels keep their distance, their order and their bounds', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 15 }), (wishes) => {
      const heights = spreadLabels(wishes, 15, 0, 300);
      assert.equal(heights.length, wishes.length);
      const sorted = [...heights].sort((a, b) => a - b);
      for (const [index, height] of sorted.entries()) {
        assert.ok(height >= -1e-9 && height <= 300 + 1e-9);
        if (index > 0) assert.ok(height - (sorted[index - 1] ?? 0) >= 15 - 1e-9);
      }
      for (const [a, wish] of wishes.entries())
        for (const [b, other] of wishes.entries()) if (wish < other) assert.ok((heights[a] ?? 0) < (heights[b] ?? 0));
    }),
  );
});
