import assert from 'node:assert/strict';
import { test } from 'node:test';
import { thinArc } from './thin-arc.ts';

test('points that hardly bend the line go, corners and ends stay', () => {
  const arc = [
    [0, 0],
    [1, 0.001],
    [2, 0],
    [2, 2],
    [2.001, 3],
    [2, 4],
    [0, 4],
  ];
  assert.deepEqual(thinArc(arc, 0.01), [
    [0, 0],
    [2, 0],
    [2, 4],
    [0, 4],
  ]);
});

test('a closed arc keeps a shape however small it is', () => {
  assert.equal(
    thinArc(
      [
        [0, 0],
        [0.01, 0],
        [0.01, 0.01],
        [0, 0.01],
        [0, 0],
      ],
      1,
    ).length,
    4,
  );
});
