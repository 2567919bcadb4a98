import { el, round } from './element.ts';

type Shape = (x: number, y: number, radius: number) => string;

/** A closed outline through corners given in parts of the radius. */
function outline(...corners: readonly (readonly [number, number])[]): Shape {
  return (x, y, radius) => {
    const points = corners.map(([dx, dy]) => `${round(x + dx * radius)},${round(y + dy * radius)}`);
    return `M${points.join('L')}z`;
  };
}

const circle: Shape = (x, y, radius) => {
  const r = round(radius);
  return `M${round(x - radius)},${round(y)}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`;
};

const shapes: readonly Shape[] = [
  circle,
  outline([-1, -1], [1, -1], [1, 1], [-1, 1]),
  outline([0, -1.4], [1.3, 0.9], [-1.3, 0.9]),
  outline([0, -1.5], [1.5, 0], [0, 1.5], [-1.5, 0]),
  outline([0, 1.4], [1.3, -0.9], [-1.3, -0.9]),
  outline(
    [-0.5, -1.5],
    [0.5, -1.5],
    [0.5, -0.5],
    [1.5, -0.5],
    [1.5, 0.5],
    [0.5, 0.5],
    [0.5, 1.5],
    [-0.5, 1.5],
    [-0.5, 0.5],
    [-1.5, 0.5],
    [-1.5, -0.5],
    [-0.5, -0.5],
  ),
  outline(
    [-1.4, -0.7],
    [-0.7, -1.4],
    [0, -0.7],
    [0.7, -1.4],
    [1.4, -0.7],
    [0.7, 0],
    [1.4, 0.7],
    [0.7, 1.4],
    [0, 0.7],
    [-0.7, 1.4],
    [-1.4, 0.7],
    [-0.7, 0],
  ),
  outline(
    [0, -1.7],
    [0.45, -0.6],
    [1.6, -0.5],
    [0.7, 0.25],
    [1, 1.4],
    [0, 0.75],
    [-1, 1.4],
    [-0.7, 0.25],
    [-1.6, -0.5],
    [-0.45, -0.6],
  ),
];

/** Outline of the n-th series' own marker, so that series differ by more than colour. */
export function markerPath(series: number, x: number, y: number, radius: number): string {
  return (shapes[series % shapes.length] ?? circle)(x, y, radius);
}

/** Puts markers of one colour together: full ones edged with paper, hollow ones (tentative figures) filled with it. */
export function drawMarkers(markers: readonly string[], colour: string, paper: string, hollow: boolean): string {
  if (markers.length === 0) return '';
  const look = hollow
    ? { fill: paper, stroke: colour, 'stroke-width': 1.5 }
    : { fill: colour, stroke: paper, 'stroke-width': 1 };
  return el('g', look, ...markers);
}

/** A small flag whose foot stands at the figure that a check found something about. */
export function drawFlag(x: number, y: number, colour: string, inside = ''): string {
  const pole = el('path', { d: `M${round(x)},${round(y)}v-13`, stroke: colour, 'stroke-width': 1.5, fill: 'none' });
  const cloth = el('path', { d: `M${round(x)},${round(y - 13)}h8l-2.5,3l2.5,3h-8z`, fill: colour });
  return el('g', {}, inside, pole, cloth);
}
