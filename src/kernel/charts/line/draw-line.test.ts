import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '#kernel/errors/problem.ts';
import type { ChartPoint } from '../input.ts';
import { assertSoundDrawing } from '../drawing-rules.ts';
import { elementsNamed, everyElement, type Element } from '../testing.ts';
import { drawLine, type LineChart } from './draw-line.ts';

const aLineChart = (points: readonly ChartPoint[], more: Partial<LineChart> = {}): LineChart => ({
  title: 'Prison population rate',
  subtitle: 'Persons held per 100,000 population',
  unit: 'per 100,000',
  language: 'en',
  series: [{ label: 'Kenya', points }],
  ...more,
});

const figures = (...values: readonly (number | null)[]): readonly ChartPoint[] =>
  values.map((y, index) => ({ x: 2010 + index, y }));

/** The lines of the n-th series: its paths that are neither markers nor flags. */
function lines(root: Element, series = 0): readonly Element[] {
  const group = everyElement(root).filter(({ attributes }) => attributes['data-series'] !== undefined)[series];
  return (
    group?.children.filter(({ name, attributes }) => name === 'path' && attributes['stroke-linejoin'] !== undefined) ??
    []
  );
}

const strokes = (path: Element | undefined): number => (path?.attributes['d'] ?? '').split('M').length - 1;

test('figures of following years are one line', () => {
  const root = assertSoundDrawing(drawLine(aLineChart(figures(1, 2, 3, 4))));
  assert.equal(lines(root).length, 1);
  assert.equal(strokes(lines(root)[0]), 1);
});

test('a year without a figure is a gap, whether its point is empty or absent', () => {
  const empty = drawLine(aLineChart(figures(1, 2, null, 4, 5)));
  const absent = drawLine(aLineChart(figures(1, 2, 9, 4, 5).filter(({ x }) => x !== 2012)));
  for (const drawing of [empty, absent]) assert.equal(strokes(lines(assertSoundDrawing(drawing))[0]), 2);
});

test('a survey of every five years is joined when it says so', () => {
  const points = [
    { x: 2010, y: 1 },
    { x: 2015, y: 2 },
    { x: 2020, y: 3 },
  ];
  assert.equal(lines(assertSoundDrawing(drawLine(aLineChart(points)))).length, 0);
  assert.equal(strokes(lines(assertSoundDrawing(drawLine(aLineChart(points, { every: 5 }))))[0]), 1);
});

test('a tentative figure is hollow, the line to it dashed, and the key says what that means', () => {
  const root = assertSoundDrawing(drawLine(aLineChart([...figures(1, 2), { x: 2012, y: 3, status: 'provisional' }])));
  assert.deepEqual(
    lines(root).map(({ attributes }) => attributes['stroke-dasharray'] !== undefined),
    [false, true],
  );
  assert.ok(elementsNamed(root, 'text').some(({ text }) => text === 'provisional'));
});

test('a break in the series interrupts the line', () => {
  const root = assertSoundDrawing(
    drawLine(aLineChart([...figures(1, 2), { x: 2012, y: 3, status: 'break' }, { x: 2013, y: 3 }])),
  );
  assert.equal(strokes(lines(root)[0]), 2);
  assert.ok(elementsNamed(root, 'text').some(({ text }) => text.startsWith('break in series')));
});

test('a finding is flagged with its words', () => {
  const root = assertSoundDrawing(
    drawLine(
      aLineChart([
        { x: 2010, y: 1, finding: 'Male and female do not make the total' },
        { x: 2011, y: 2 },
      ]),
    ),
  );
  assert.ok(
    elementsNamed(root, 'title').some(
      ({ text }) => text === 'Kenya, 2010: 1 per 100,000. Male and female do not make the total',
    ),
  );
});

test('lines start at zero unless that would flatten them, and then the drawing says so', () => {
  assert.doesNotMatch(drawLine(aLineChart(figures(1, 50, 100))).svg, /not at zero/);
  assert.match(drawLine(aLineChart(figures(96, 98, 100))).svg, /vertical axis starts at 9\d/);
});

test('the noise of rounding is not drawn as movement', () => {
  const { svg } = drawLine(aLineChart(figures(89.3962, 89.397, 89.3964)));
  assert.match(svg, /vertical axis starts at 88/);
});

test('the summary tells time, highest, lowest and latest', () => {
  const { altText } = drawLine(aLineChart(figures(5, 9, 2, 4)));
  assert.match(
    altText,
    /From 2010 to 2013\. Highest: 9 per 100,000 \(2011\)\. Lowest: 2 per 100,000 \(2012\)\. Latest: 4 per 100,000 \(2013\)/,
  );
});

test('the table has a row for each period and tells status, note and finding', () => {
  const { table } = drawLine(
    aLineChart([
      { x: '2011', y: null, status: 'suppressed', note: 'fewer than five' },
      { x: '2010', y: 1234.5 },
    ]),
  );
  assert.deepEqual(
    table.rows.map((row) => row.map(({ text }) => text)),
    [
      ['2010', '1,234.5'],
      ['2011', 'suppressed'],
    ],
  );
  assert.deepEqual(table.rows[1]?.[1], {
    value: null,
    text: 'suppressed',
    status: 'suppressed',
    note: 'fewer than five',
  });
});

test('names stand apart at the ends of eight lines that end together', () => {
  const series = Array.from({ length: 8 }, (_, index) => ({
    label: `State ${index}`,
    points: figures(1, 2 + index / 100),
  }));
  const root = assertSoundDrawing(drawLine(aLineChart([], { series })));
  const heights = elementsNamed(root, 'text')
    .filter(({ text }) => text.startsWith('State '))
    .map(({ attributes }) => Number(attributes['y']))
    .sort((a, b) => a - b);
  assert.equal(heights.length, 8);
  for (const [index, height] of heights.entries()) if (index > 0) assert.ok(height - (heights[index - 1] ?? 0) >= 14.9);
});

test('beyond eight series the others recede and the reader is told', () => {
  const series = Array.from({ length: 30 }, (_, index) => ({ label: `State ${index}`, points: figures(1, 2 + index) }));
  const drawing = drawLine(aLineChart([], { series, emphasis: ['State 7', 'State 29'] }));
  const named = elementsNamed(assertSoundDrawing(drawing), 'text').filter(({ text }) => text.startsWith('State '));
  assert.equal(named.length, 2);
  assert.match(drawing.svg, /Named: 2 of 30 series/);
  assert.equal(drawing.table.columns.length, 31);
});

test('time runs left to right in Arabic, while title and notes stand at the right', () => {
  const root = assertSoundDrawing(
    drawLine(aLineChart(figures(1, 2, 3), { language: 'ar', title: 'معدل نزلاء السجون' })),
  );
  assert.equal(root.attributes['direction'], 'rtl');
  const at = (wanted: string): Element | undefined => elementsNamed(root, 'text').find(({ text }) => text === wanted);
  assert.equal(at('معدل نزلاء السجون')?.attributes['x'], '948');
  // In a right-to-left text "start", which is the default, is the right edge.
  assert.equal(at('معدل نزلاء السجون')?.attributes['text-anchor'], undefined);
  assert.ok(Number(at('2010')?.attributes['x']) < Number(at('2012')?.attributes['x']));
});

test('a figure that is no number, a period twice and a period that is none are refused by name', () => {
  assert.throws(
    () => drawLine(aLineChart(figures(1, Number.NaN))),
    (error) => error instanceof Problem && /Kenya, 2011/.test(error.message),
  );
  assert.throws(() => drawLine(aLineChart(figures(1, Infinity))), Problem);
  assert.throws(
    () =>
      drawLine(
        aLineChart([
          { x: 2010, y: 1 },
          { x: '2010', y: 2 },
        ]),
      ),
    /Kenya gives 2010 twice/,
  );
  assert.throws(() => drawLine(aLineChart([{ x: 'last year', y: 1 }])), /"last year" is not a period/);
});

test('text cannot become markup', () => {
  const evil = '</title><script>alert(1)</script>" onload="x';
  const drawing = drawLine(
    aLineChart([{ x: 2010, y: 1, note: evil, finding: evil }], {
      title: evil,
      notes: [evil],
      series: [
        { label: evil, points: figures(1, 2) },
        { label: 'B\u0000', points: figures(2, 3) },
      ],
    }),
  );
  const root = assertSoundDrawing(drawing);
  assert.equal(root.children[0]?.text, evil);
});

test('a standalone drawing carries its colours and paper, one in a page follows the page', () => {
  const page = drawLine(aLineChart(figures(1, 2))).svg;
  const dark = drawLine(aLineChart(figures(1, 2), { standalone: true, theme: 'dark' })).svg;
  assert.match(page, /var\(--chart-ink,/);
  assert.doesNotMatch(dark, /var\(/);
  assert.match(dark, /<rect[^>]*fill="#14181d"/);
});

test('the same chart is the same drawing, ids included', () => {
  assert.equal(drawLine(aLineChart(figures(1, 2))).svg, drawLine(aLineChart(figures(1, 2))).svg);
});
