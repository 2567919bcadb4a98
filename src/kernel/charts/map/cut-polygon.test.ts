import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutPolygon } from './cut-polygon.ts';

const square = [
  [0, 0],
  [0, 10],
  [10, 10],
  [10, 0],
  [0, 0],
];

/** Shoelace area of a closed ring. */
function area(ring: readonly (readonly number[])[]): number {
  return (
    Math.abs(
      ring.reduce(
        (sum, [x = 0, y = 0], index) => sum + x * (ring[index + 1]?.[1] ?? y) - y * (ring[index + 1]?.[0] ?? x),
        0,
      ),
    ) / 2
  );
}

test('the parts of a cut polygon make up the whole', () => {
  const { inside, outside, seams } = cutPolygon(square, [-5, -5, 4, 6]);
  assert.equal(area(inside), 24);
  assert.equal(
    outside.reduce((sum, ring) => sum + area(ring), 0),
    76,
  );
  assert.equal(seams.length, 2);
});

test('a polygon away from the box stays whole', () => {
  const { inside, outside, seams } = cutPolygon(square, [20, 20, 30, 30]);
  assert.deepEqual([inside.length, seams.length, outside.reduce((sum, ring) => sum + area(ring), 0)], [0, 0, 100]);
});
