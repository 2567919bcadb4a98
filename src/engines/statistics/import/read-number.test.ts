import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readNumber } from './read-number.ts';

const valueOf = (cell: string | number): number => {
  const read = readNumber(cell);
  assert.equal(read.kind, 'number', `${cell} was read as ${read.kind}`);
  return read.kind === 'number' ? read.value : Number.NaN;
};

test('figures are read as people group them', () => {
  for (const [written, value] of [
    ['1234', 1234],
    ['1 234 567', 1_234_567],
    ['1\u00a0234', 1234],
    ['1\u202f234,5', 1234.5],
    ['1,234,567', 1_234_567],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1.234.567', 1_234_567],
    ["1'234", 1234],
    ['12,34,567', 1_234_567],
    ['12.5', 12.5],
    ['12,5', 12.5],
    ['0.125', 0.125],
    ['0,125', 0.125],
    ['12.3456', 12.3456],
    ['-3', -3],
    ['−3', -3],
    ['12.5 %', 12.5],
    ['1e3', 1000],
  ] as const) {
    assert.equal(valueOf(written), value, written);
  }
});

test('one mark before three digits is left open', () => {
  assert.deepEqual(readNumber('1,234'), { kind: 'ambiguous', thousands: 1234, decimal: 1.234, mark: ',' });
  assert.deepEqual(readNumber('1.234'), { kind: 'ambiguous', thousands: 1234, decimal: 1.234, mark: '.' });
});

test('a suppressed figure is not a number, and a missing one is not zero', () => {
  for (const written of ['<5', '< 5', '≤10', 'fewer than 5', 'suppressed', '(c)', '***']) {
    assert.equal(readNumber(written).kind, 'suppressed', written);
  }
  for (const written of ['', '..', '…', '-', 'n/a', 'N.A.', 'not available', 'unknown']) {
    assert.deepEqual(readNumber(written), { kind: 'missing', status: 'O', written });
  }
  assert.deepEqual(readNumber('not applicable'), { kind: 'missing', status: 'M', written: 'not applicable' });
});

test('a footnote mark is taken off and said', () => {
  for (const [written, value] of [
    ['1204*', 1204],
    ['1204 (1)', 1204],
    ['1204¹', 1204],
    ['12.5[a]', 12.5],
    ['88 b', 88],
  ] as const) {
    const read = readNumber(written);
    assert.ok(read.kind === 'number' && read.mark !== undefined, written);
    assert.equal(read.value, value);
  }
});

test('what is no figure is not made one', () => {
  for (const written of [
    '12 34',
    '1,23,4',
    'about 5',
    '5k',
    '1.2.3',
    '0x10',
    'Infinity',
    '12-15',
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ]) {
    assert.equal(readNumber(written).kind, 'unreadable', String(written));
  }
});

test('a whole number written with spaces, or twice with one mark, is read back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1_000_000, max: 2_000_000_000 }),
      fc.constantFrom(' ', ',', '.', '\u202f', "'"),
      (value, mark) => {
        assert.equal(valueOf(String(value).replaceAll(/\B(?=(\d{3})+$)/g, mark)), value);
      },
    ),
  );
});

test('a decimal number that a program writes is read back, or left open', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => value + 0),
      (value) => {
        const read = readNumber(String(value));
        if (read.kind === 'ambiguous') assert.equal(read.decimal, value);
        else assert.equal(valueOf(String(value)), value);
      },
    ),
  );
});
