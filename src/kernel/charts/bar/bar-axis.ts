import type { Kit } from '../layout/kit.ts';
import { el, round } from '../svg/element.ts';
import { writeText } from '../svg/write-text.ts';
import { textWidth } from '../text/text-width.ts';
import type { ValueScale } from '../scale/value-scale.ts';

/** Where values fall on the line, from left to right; from right to left where the script does. */
export interface BarArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly place: (value: number) => number;
}

/** Light vertical lines with their figures under the bars; every other figure where they would touch. */
export function drawBarAxis(kit: Kit, scale: ValueScale, area: BarArea): string {
  const widest = Math.max(...scale.ticks.map((tick) => textWidth(kit.tick(tick, scale.step), 11)));
  const apart = (area.right - area.left) / Math.max(1, scale.ticks.length - 1);
  const each = Math.max(1, Math.ceil((widest + 12) / apart));
  const lines = scale.ticks
    .filter((tick) => tick !== 0)
    .map((tick) => `M${round(area.place(tick))},${round(area.top)}V${round(area.bottom)}`)
    .join('');
  const texts = scale.ticks
    .filter((tick, index) => tick === 0 || index % each === 0)
    .map((tick) =>
      writeText(
        kit,
        { x: area.place(tick), y: area.bottom + 15, size: 11, edge: 'middle', colour: 'muted' },
        kit.tick(tick, scale.step),
      ),
    );
  return (lines === '' ? '' : el('path', { d: lines, stroke: kit.paint('grid'), fill: 'none' })) + texts.join('');
}
