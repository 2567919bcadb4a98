import type { Kit } from '../layout/kit.ts';
import type { ChartToken } from './palette.ts';

const tokens: readonly ChartToken[] = [
  'series-1',
  'series-2',
  'series-3',
  'series-4',
  'series-5',
  'series-6',
  'series-7',
  'series-8',
];

/** Colour of the n-th series, counted from 0; from the ninth on they come round again, told apart by marker or pattern. */
export function seriesColour(kit: Pick<Kit, 'paint'>, index: number): string {
  return kit.paint(tokens[index % tokens.length] ?? 'series-1');
}
