import { el } from './element.ts';

// Lines and dots in the paper's colour over the fill: bars of different series stay apart without colour.
const marks: readonly (string | undefined)[] = [
  undefined,
  'M-1,1l2,-2M0,6l6,-6M5,7l2,-2',
  'M1,1h2v2h-2zM4,4h2v2h-2z',
  'M0,3h6',
  'M-1,5l2,2M0,0l6,6M5,-1l2,2',
  'M3,0v6',
  'M0,3h6M3,0v6',
  'M1,3h1v1h-1z',
];

/** Fill of the n-th series' bars: its colour alone for the first, a pattern of its own over the colour for the others. */
export function patternFill(id: string, series: number, colour: string): string {
  return marks[series % marks.length] === undefined ? colour : `url(#${id}-fill-${series + 1})`;
}

/** The pattern that the fill above refers to; empty for the first series, whose fill is plain. */
export function patternDefinition(id: string, series: number, colour: string, paper: string): string {
  const mark = marks[series % marks.length];
  if (mark === undefined) return '';
  const filled = mark.endsWith('z');
  return el(
    'pattern',
    { id: `${id}-fill-${series + 1}`, width: 6, height: 6, patternUnits: 'userSpaceOnUse' },
    el('rect', { width: 6, height: 6, fill: colour }),
    el('path', {
      d: mark,
      fill: filled ? paper : 'none',
      stroke: filled ? undefined : paper,
      'stroke-width': filled ? undefined : 1.1,
      'fill-opacity': '0.5',
      'stroke-opacity': '0.5',
    }),
  );
}
