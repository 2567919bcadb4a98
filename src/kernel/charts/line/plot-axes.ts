import type { Kit } from '../layout/kit.ts';
import { el, round } from '../svg/element.ts';
import { writeText } from '../svg/write-text.ts';
import { textWidth } from '../text/text-width.ts';
import type { TimeScale } from '../scale/time-scale.ts';
import type { ValueScale } from '../scale/value-scale.ts';

export interface PlotArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const axisSize = 11;

/** Pixels that the figures of the value axis need. */
export function valueAxisRoom(kit: Kit, scale: ValueScale): number {
  return Math.ceil(Math.max(...scale.ticks.map((tick) => textWidth(kit.tick(tick, scale.step), axisSize))) + 8);
}

/** Light horizontal lines with their figures at the left, zero a little stronger. Time runs left to right in every language. */
export function drawValueAxis(kit: Kit, scale: ValueScale, area: PlotArea): string {
  const height = area.bottom - area.top;
  let lines = '';
  let zero = '';
  const texts = scale.ticks.map((tick) => {
    const y = area.bottom - scale.share(tick) * height;
    const line = `M${round(area.left)},${round(y)}H${round(area.right)}`;
    if (tick === 0) zero = line;
    else lines += line;
    return writeText(
      kit,
      { x: area.left - 6, y: y + 4, size: axisSize, edge: 'right', colour: 'muted' },
      kit.tick(tick, scale.step),
    );
  });
  return [
    lines === '' ? '' : el('path', { d: lines, stroke: kit.paint('grid'), fill: 'none' }),
    zero === '' ? '' : el('path', { d: zero, stroke: kit.paint('axis'), fill: 'none' }),
    ...texts,
  ].join('');
}

/** Marks of time under the plot, as many as stand apart. */
export function drawTimeAxis(kit: Kit, time: TimeScale, area: PlotArea): string {
  const width = area.right - area.left;
  const ticks = time.ticks(Math.max(1, Math.floor(width / 52)));
  const marks = ticks.map(({ at }) => `M${round(area.left + time.share(at) * width)},${round(area.bottom)}v4`).join('');
  const texts = ticks.map(({ at, label }) =>
    writeText(
      kit,
      { x: area.left + time.share(at) * width, y: area.bottom + 17, size: axisSize, edge: 'middle', colour: 'muted' },
      label,
    ),
  );
  return (marks === '' ? '' : el('path', { d: marks, stroke: kit.paint('axis'), fill: 'none' })) + texts.join('');
}
