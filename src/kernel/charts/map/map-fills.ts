import type { Kit } from '../layout/kit.ts';
import type { ChartToken } from '../svg/palette.ts';
import { el } from '../svg/element.ts';

const ramp: readonly ChartToken[] = ['map-1', 'map-2', 'map-3', 'map-4', 'map-5', 'map-6'];

/** Colour of a class among `count`, spread over the whole ramp; the middle of it where there is but one class. */
export function classFill(kit: Kit, index: number, count: number): string {
  const step = count === 1 ? 3 : count === 2 ? [1, 4][index] : Math.round((index * (ramp.length - 1)) / (count - 1));
  return kit.paint(ramp[step ?? 0] ?? 'map-1');
}

/** Fill of areas without a figure: hatched. */
export function noDataFill(kit: Kit): string {
  return `url(#${kit.id}-none)`;
}

/** Fill of areas to which the question does not apply, or that belong to no State: dotted. */
export function notApplicableFill(kit: Kit): string {
  return `url(#${kit.id}-na)`;
}

/** The two patterns; they differ in form, so that they stay apart without colour. */
export function mapPatterns(kit: Kit): string {
  const ground = el('rect', { width: 5, height: 5, fill: kit.paint('map-blank') });
  const size = { width: 5, height: 5, patternUnits: 'userSpaceOnUse' };
  const hatch = el('path', { d: 'M-1,1l2,-2M0,5l5,-5M4,6l2,-2', stroke: kit.paint('map-hatch'), 'stroke-width': 0.8 });
  const dots = el('path', { d: 'M1,1h1.5v1.5h-1.5zM3.5,3.5h1.5v1.5h-1.5z', fill: kit.paint('map-hatch') });
  return (
    el('pattern', { id: `${kit.id}-none`, ...size }, ground, hatch) +
    el('pattern', { id: `${kit.id}-na`, ...size }, ground, dots)
  );
}
