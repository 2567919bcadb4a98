import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChartPoint } from '../input.ts';
import { assertSoundDrawing } from '../drawing-rules.ts';
import { elementsNamed } from '../testing.ts';
import { drawBar, type BarChart } from './draw-bar.ts';

const aBarChart = (points: readonly ChartPoint[], more: Partial<BarChart> = {}): BarChart => ({
  title: 'Persons held',
  language: 'en',
  series: [{ label: 'Held', points }],
  ...more,
});

/** Bars with what they say: left edge, width and title. */
function bars(chart: BarChart): readonly { x: number; width: number; title: string }[] {
  const root = assertSoundDrawing(drawBar(chart));
  return elementsNamed(root, 'rect').flatMap(({ attributes, children }) =>
    children[0]?.name === 'title'
      ? [{ x: Number(attributes['x']), width: Number(attributes['width']), title: children[0].text }]
      : [],
  );
}

test('bars start at zero and are as long as their figures', () => {
  const [small, large] = bars(
    aBarChart([
      { x: 'Kenya', y: 90 },
      { x: 'Norway', y: 100 },
    ]),
  );
  assert.ok(small !== undefined && large !== undefined);
  assert.equal(small.x, large.x);
  assert.ok(Math.abs(small.width / large.width - 0.9) < 0.01);
});

test('a missing figure is written out and has no bar', () => {
  const chart = aBarChart([
    { x: 'Kenya', y: 90 },
    { x: 'Norway', y: null, status: 'suppressed' },
    { x: 'Fiji', y: null },
  ]);
  assert.equal(bars(chart).length, 1);
  const texts = elementsNamed(assertSoundDrawing(drawBar(chart)), 'text').map(({ text }) => text);
  assert.ok(texts.includes('suppressed') && texts.includes('no data'));
});

test('negative figures grow to the other side of zero', () => {
  const [loss, gain] = bars(
    aBarChart([
      { x: 'Loss', y: -10 },
      { x: 'Gain', y: 10 },
    ]),
  );
  assert.ok(loss !== undefined && gain !== undefined);
  assert.ok(Math.abs(loss.x + loss.width - gain.x) <= 0.2);
});

test('bars of a right-to-left page grow leftwards from one edge', () => {
  const [small, large] = bars(
    aBarChart(
      [
        { x: 'كينيا', y: 50 },
        { x: 'النرويج', y: 100 },
      ],
      { language: 'ar', title: 'المحتجزون' },
    ),
  );
  assert.ok(small !== undefined && large !== undefined);
  assert.ok(Math.abs(small.x + small.width - (large.x + large.width)) <= 0.2);
  assert.ok(small.x > large.x);
});

test('stacked parts stand end to end, and a total that lacks a part is marked and explained', () => {
  const series = [
    {
      label: 'Male',
      points: [
        { x: 'Kenya', y: 30 },
        { x: 'Fiji', y: 5 },
      ],
    },
    {
      label: 'Female',
      points: [
        { x: 'Kenya', y: 10 },
        { x: 'Fiji', y: null },
      ],
    },
  ];
  const chart = aBarChart([], { series, layout: 'stacked' });
  const kenya = bars(chart).filter(({ title }) => title.startsWith('Kenya'));
  assert.ok(Math.abs((kenya[0]?.x ?? 0) + (kenya[0]?.width ?? 0) - (kenya[1]?.x ?? 0)) <= 0.2);
  const texts = elementsNamed(assertSoundDrawing(drawBar(chart)), 'text').map(({ text }) => text);
  assert.ok(texts.includes('40') && texts.includes('5 *'));
  assert.ok(texts.some((text) => text.startsWith('* At least one part')));
});

test('series differ by pattern, not by colour alone', () => {
  const series = ['2019', '2020', '2021'].map((label) => ({ label, points: [{ x: 'Kenya', y: 3 }] }));
  const root = assertSoundDrawing(drawBar(aBarChart([], { series })));
  assert.equal(new Set(elementsNamed(root, 'pattern').map(({ children }) => children[1]?.attributes['d'])).size, 2);
});

test('rows can be put in order, those without figure last; the table keeps the same order', () => {
  const points = [
    { x: 'B', y: null },
    { x: 'C', y: 1 },
    { x: 'A', y: 5 },
  ];
  const { table } = drawBar(aBarChart(points, { order: 'descending' }));
  assert.deepEqual(
    table.rows.map(([name]) => name?.value),
    ['A', 'C', 'B'],
  );
});

test('a category given twice is refused', () => {
  assert.throws(
    () =>
      drawBar(
        aBarChart([
          { x: 'Kenya', y: 1 },
          { x: 'Kenya', y: 2 },
        ]),
      ),
    /Held gives Kenya twice/,
  );
});
