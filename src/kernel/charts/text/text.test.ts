import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decimalsFor, figureFormat, formatTick } from './number-format.ts';
import { fitText, textWidth } from './text-width.ts';
import { wrapText } from './wrap-text.ts';

test('figures read as each language writes them, in Latin digits', () => {
  assert.equal(figureFormat('en', 1)(1234567.5), '1,234,567.5');
  assert.equal(figureFormat('fr', 1)(1234567.5).replaceAll(/\s/g, ' '), '1 234 567,5');
  assert.match(figureFormat('ar', 1)(1234.5), /1,234\.5/);
});

test('decimals follow the size of the figures', () => {
  assert.deepEqual(
    [[1, 2], [12.5], [1.25], [0.031], [0]].map((values) => decimalsFor(values)),
    [0, 1, 2, 3, 0],
  );
  const counts = [2_073_600, 755_274, 523_928, 478_600, 392_252, 291_546, 265_648, 215_000, 198_805];
  assert.equal(decimalsFor([...counts, 38_030.9]), 0, 'one average among counts gives no figure a decimal');
  assert.equal(decimalsFor([...counts, 3.5]), 1, 'a small figure keeps its own');
});

test('axis figures have as few digits as tell the marks apart', () => {
  assert.deepEqual(
    [formatTick(0.3, 'en', 0.1), formatTick(20, 'en', 10), formatTick(2e6, 'en', 1e6)],
    ['0.3', '20', '2 million'],
  );
});

test('lines are broken within their room, in Chinese too, and what is too long is cut', () => {
  for (const text of [
    'Persons held per 100,000 population in all institutions',
    '每十万人口在押人员数量以及其他情况的说明',
  ]) {
    const lines = wrapText(text, 12, 120);
    assert.ok(lines.length > 1);
    for (const line of lines) assert.ok(textWidth(line, 12) <= 120, line);
    assert.equal(lines.join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
  }
  assert.equal(wrapText('one two three four five', 12, 40, 2).length, 2);
  assert.match(fitText('Bolivia (Plurinational State of)', 12, 80), /^Bolivia.*…$/);
});
