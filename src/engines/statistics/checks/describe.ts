import type { Frame } from './frame.ts';
import type { Layout } from './layout.ts';

/** "Morocco (MAR)": the area of a row as people name it. */
export function areaOf(layout: Layout, frame: Frame, row: number): string {
  const dimension = layout.dimensions[layout.area];
  const code = frame.dimensions[layout.area]?.[row];
  if (dimension === undefined || code === undefined) return '';
  return `${dimension.names[code] ?? ''} (${dimension.codes[code] ?? ''})`;
}

/** "Persons held, Male, number of persons, 2019": what a row gives, without its area and without totals. */
export function figureOf(layout: Layout, frame: Frame, row: number): string {
  const words: string[] = [];
  for (const [place, dimension] of layout.dimensions.entries()) {
    const code = frame.dimensions[place]?.[row] ?? 0;
    if (place === layout.area || dimension.id === 'FREQ' || dimension.codes[code] === '_T') continue;
    words.push(dimension.names[code] ?? '');
  }
  return [...words, periodOf(layout, frame, row)].join(', ');
}

export function periodOf(layout: Layout, frame: Frame, row: number): string {
  return layout.periods[frame.periods[row] ?? 0] ?? '';
}

/** A value as it reads in a message: no more than six digits after the point. */
export function figure(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(value >= 1e6 ? 9 : 7)));
}

/** The codes of a row by dimension, with its period. */
export function keyOf(layout: Layout, frame: Frame, row: number): Record<string, string> {
  const key: Record<string, string> = {};
  for (const [place, { id, codes }] of layout.dimensions.entries()) {
    key[id] = codes[frame.dimensions[place]?.[row] ?? 0] ?? '';
  }
  key['TIME_PERIOD'] = periodOf(layout, frame, row);
  return key;
}
