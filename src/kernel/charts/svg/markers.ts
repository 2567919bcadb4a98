import { el, round } from './element.ts';

const shapes: readonly ((x: number, y: number, r: number) => string)[] = [
  (x, y, r) =>
    `M${round(x - r)},${round(y)}a${round(r)},${round(r)} 0 1,0 ${round(2 * r)},0a${round(r)},${round(r)} 0 1,0 ${round(-2 * r)},0z`,
  (x, y, r) => `M${round(x - r)},${round(y - r)}h${round(2 * r)}v${round(2 * r)}h${round(-2 * r)}z`,
  (x, y, r) => `M${round(x)},${round(y - 1.3 * r)}l${round(1.25 * r)},${round(2.2 * r)}h${round(-2.5 * r)}z`,
  (x, y, r) =>
    `M${round(x)},${round(y - 1.4 * r)}l${round(1.4 * r)},${round(1.4 * r)}l${round(-1.4 * r)},${round(1.4 * r)}l${round(-1.4 * r)},${round(-1.4 * r)}z`,
  (x, y, r) => `M${round(x)},${round(y + 1.3 * r)}l${round(1.25 * r)},${round(-2.2 * r)}h${round(-2.5 * r)}z`,
  (x, y, r) => `M${round(x - 1.4 * r)},${round(y - 0.5 * r)}h${round(2.8 * r)}v${round(r)}h${round(-2.8 * r)}z`,
  (x, y, r) => `M${round(x - 0.5 * r)},${round(y - 1.4 * r)}h${round(r)}v${round(2.8 * r)}h${round(-r)}z`,
  (x, y, r) =>
    `M${round(x - 0.7 * r)},${round(y - 1.2 * r)}h${round(1.4 * r)}l${round(0.7 * r)},${round(1.2 * r)}l${round(-0.7 * r)},${round(1.2 * r)}h${round(-1.4 * r)}l${round(-0.7 * r)},${round(-1.2 * r)}z`,
];

export interface Marker {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly colour: string;
  /** Filled with the paper: a tentative figure. */
  readonly hollow: boolean;
  readonly paper: string;
}

/** The n-th series' own shape, so that series differ by more than colour; `inside` is its title element or nothing. */
export function drawMarker(series: number, marker: Marker, inside = ''): string {
  const shape = shapes[series % shapes.length];
  if (shape === undefined) return '';
  const { x, y, radius, colour, hollow, paper } = marker;
  return el(
    'path',
    {
      d: shape(x, y, radius),
      fill: hollow ? paper : colour,
      stroke: hollow ? colour : paper,
      'stroke-width': hollow ? 1.5 : 1,
    },
    inside,
  );
}

/** A small flag whose foot stands at the figure that a check found something about. */
export function drawFlag(x: number, y: number, colour: string, inside = ''): string {
  const pole = el('path', { d: `M${round(x)},${round(y)}v-13`, stroke: colour, 'stroke-width': 1.5, fill: 'none' });
  const cloth = el('path', { d: `M${round(x)},${round(y - 13)}h8l-2.5,3l2.5,3h-8z`, fill: colour });
  return el('g', {}, inside, pole, cloth);
}
