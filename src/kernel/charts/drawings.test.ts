import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { languages } from '#kernel/i18n/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { assertSoundDrawing } from './drawing-rules.ts';
import {
  drawBar,
  drawLine,
  drawMap,
  drawSmallMultiples,
  drawSparkline,
  type ChartFrame,
  type ChartPoint,
  type ChartSeries,
  type PointStatus,
} from './index.ts';

const statuses: readonly PointStatus[] = [
  'normal',
  'estimated',
  'imputed',
  'provisional',
  'forecast',
  'break',
  'missing',
  'suppressed',
  'not-applicable',
];
const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('<script>alert(1)</script>', '"&\'>', 'جمهورية تنزانيا المتحدة', '中华人民共和国', ''),
);
const figure = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -1000, max: 1000 }),
  fc.double({ min: -1e100, max: 1e100, noNaN: true }),
  fc.constantFrom(0, -0, 5e-324, 1e100, -1e100, 1e15, 0.1),
);
const point = (x: fc.Arbitrary<string | number>): fc.Arbitrary<ChartPoint> =>
  fc.record(
    { x, y: figure, status: fc.constantFrom(...statuses), note: words, finding: words },
    { requiredKeys: ['x', 'y'] },
  );
const someSeries = (x: fc.Arbitrary<string | number>): fc.Arbitrary<readonly ChartSeries[]> =>
  fc.array(
    fc.record({
      label: words,
      points: fc.uniqueArray(point(x), { selector: (each) => String(each.x), maxLength: 25 }),
    }),
    { maxLength: 12 },
  );
const frame: fc.Arbitrary<ChartFrame> = fc.record(
  {
    title: words,
    subtitle: words,
    unit: words,
    source: words,
    release: words,
    notes: fc.array(words, { maxLength: 3 }),
    language: fc.constantFrom(...languages),
    size: fc.constantFrom('wide' as const, 'phone' as const, 'card' as const, 'embed' as const, {
      width: 40,
      height: 16,
    }),
    standalone: fc.boolean(),
    theme: fc.constantFrom('light' as const, 'dark' as const),
    bare: fc.boolean(),
    decimals: fc.integer({ min: 0, max: 4 }),
  },
  { requiredKeys: ['title', 'language'] },
);
const years = fc.integer({ min: 1000, max: 2100 });
const runs = { numRuns: 150, seed: 20_261_122 };

test('whatever the figures and words, lines, panels and sparklines are sound drawings', () => {
  fc.assert(
    fc.property(frame, someSeries(years), (around, series) => {
      assertSoundDrawing(drawLine({ ...around, series }));
      assertSoundDrawing(drawSmallMultiples({ ...around, series, scale: series.length % 2 === 0 ? 'own' : 'shared' }));
      const { size: _, ...small } = around;
      for (const each of series.slice(0, 1)) assertSoundDrawing(drawSparkline({ ...small, series: each }));
    }),
    runs,
  );
});

test('whatever the figures and words, bars are sound drawings', () => {
  fc.assert(
    fc.property(
      frame,
      someSeries(words),
      fc.constantFrom('grouped' as const, 'stacked' as const),
      (around, series, layout) => {
        assertSoundDrawing(drawBar({ ...around, series, layout, order: 'descending' }));
      },
    ),
    runs,
  );
});

test('whatever the figures and words, maps are sound drawings', () => {
  const codes = fc.constantFrom('KEN', 'FRA', 'TUV', 'GUF', 'HKG', 'XKX', 'ESH', 'GBR_NI', 'WORLD', 'RUS', 'FJI');
  const areas = fc.uniqueArray(fc.record({ area: codes, name: words, value: figure }), {
    selector: ({ area }) => area,
  });
  fc.assert(
    fc.property(
      frame,
      areas,
      fc.integer({ min: 1, max: 6 }),
      fc.constantFrom('quantile' as const, 'equal' as const),
      (around, given, count, method) => {
        assertSoundDrawing(drawMap({ ...around, areas: given, classes: { method, count } }));
      },
    ),
    { ...runs, numRuns: 40 },
  );
});

test('a figure that is not a finite number is refused by every drawing', () => {
  const around = { title: 'Rate', language: 'en' } as const;
  for (const y of [Number.NaN, Infinity, -Infinity, 1e101]) {
    const series = [{ label: 'Kenya', points: [{ x: 2010, y }] }];
    assert.throws(() => drawLine({ ...around, series }), Problem);
    assert.throws(() => drawBar({ ...around, series }), Problem);
    assert.throws(() => drawSmallMultiples({ ...around, series }), Problem);
    assert.throws(() => drawSparkline({ ...around, series: { label: 'Kenya', points: [{ x: 2010, y }] } }), Problem);
    assert.throws(() => drawMap({ ...around, areas: [{ area: 'KEN', name: 'Kenya', value: y }] }), Problem);
  }
});

test('more points than a drawing can show are refused with what to do', () => {
  const points = Array.from({ length: 50_001 }, (_, index) => ({ x: String(index), y: 1 }));
  assert.throws(
    () => drawBar({ title: 'Rate', language: 'en', series: [{ label: 'All', points }] }),
    /Choose fewer series/,
  );
});
