import type { Kit } from '../layout/kit.ts';
import type { ChartToken } from './palette.ts';
import { el, escapeXml, titleElement } from './element.ts';

export interface Lettering {
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
  /** Which visual edge of the text stands at x, whatever the direction of the script. */
  readonly edge?: 'left' | 'middle' | 'right';
  readonly colour?: ChartToken;
  readonly bold?: boolean;
}

/** One line of text; `whole` is what a tooltip adds when the line was cut. In right-to-left drawings "start" means the right edge, so the visual edge is translated here, once. */
export function writeText(
  kit: Pick<Kit, 'paint' | 'rightToLeft'>,
  lettering: Lettering,
  text: string,
  whole = text,
): string {
  const { x, y, size, edge = 'left', colour = 'ink', bold = false } = lettering;
  const anchor = edge === 'middle' ? 'middle' : (edge === 'left') === kit.rightToLeft ? 'end' : undefined;
  return el(
    'text',
    {
      x,
      y,
      'font-size': size,
      'text-anchor': anchor,
      fill: kit.paint(colour),
      'font-weight': bold ? '600' : undefined,
    },
    whole === text ? '' : titleElement(whole),
    escapeXml(text),
  );
}
