import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathWriter } from './path-writer.ts';

test('a ring becomes relative tenths without needless characters', () => {
  const writer = pathWriter(0);
  writer.moveTo(1.04, 2);
  writer.lineTo(1.54, 2.31);
  writer.lineTo(3, -1);
  writer.lineTo(1.04, 2);
  writer.closePath();
  assert.equal(writer.take(), 'M1 2l.5.3 1.5-3.3z');
  assert.equal(writer.take(), '');
});

test('specks are left out, open lines stay open', () => {
  const writer = pathWriter(5);
  writer.moveTo(0, 0);
  writer.lineTo(0.3, 0.3);
  writer.moveTo(0, 0);
  writer.lineTo(10, 0);
  assert.equal(writer.take(), 'M0 0l10 0');
});
