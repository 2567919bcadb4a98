import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chartPalettes, chartTokensCss, type ChartToken } from './palette.ts';

type Triple = readonly [number, number, number];

/** Linear red, green and blue, 0 to 1 (sRGB, IEC 61966-2-1). */
function linear(colour: string): Triple {
  const channel = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** Contrast ratio of WCAG 2.2. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string): number => {
    const [red, green, blue] = linear(colour);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

for (const theme of ['light', 'dark'] as const) {
  const palette = chartPalettes[theme];
  const tokens = (prefix: string): readonly ChartToken[] =>
    (Object.keys(palette) as ChartToken[]).filter((token) => token.startsWith(prefix));

  test(`in the ${theme} theme words have a contrast of 4.5 : 1 and marks of 3 : 1 with the paper`, () => {
    for (const token of ['ink', 'muted'] as const) assert.ok(contrast(palette[token], palette.paper) >= 4.5, token);
    for (const token of ['flag', 'axis', 'map-line', ...tokens('series-')] as const)
      assert.ok(contrast(palette[token], palette.paper) >= 3, `${token} ${contrast(palette[token], palette.paper)}`);
  });

  test(`in the ${theme} theme map classes go one way in lightness, by steps that can be seen`, () => {
    const steps = tokens('map-')
      .filter((token) => /\d$/.test(token))
      .map((token) => contrast(palette[token], palette.paper));
    for (const [index, step] of steps.entries())
      if (index > 0) assert.ok(step / (steps[index - 1] ?? 0) >= 1.25, `class ${index + 1}: ${step}`);
  });
}

test('both themes name the same tokens, each as one declaration', () => {
  assert.equal(chartTokensCss('light').replaceAll(/#\w+/g, ''), chartTokensCss('dark').replaceAll(/#\w+/g, ''));
  assert.match(chartTokensCss('dark'), /^(?:--chart-[a-z0-9-]+:#[0-9a-f]{6};)+$/);
});
