import type { Kit } from '../layout/kit.ts';
import { el, round } from '../svg/element.ts';
import { writeText } from '../svg/write-text.ts';
import { textWidth } from '../text/text-width.ts';
import { wrapText } from '../text/wrap-text.ts';
import { spreadLabels } from '../layout/spread-labels.ts';

/** A label and the end of the line that it names. */
export interface EndLabel {
  readonly text: string;
  readonly colour: string;
  readonly x: number;
  readonly y: number;
}

export const endLabelSize = 12;

/** Room in pixels that the labels ask for beside the plot, at most the share given of the drawing's width. */
export function endLabelRoom(kit: Kit, texts: readonly string[], share: number): number {
  if (texts.length === 0) return 0;
  const widest = Math.max(...texts.map((text) => textWidth(text, endLabelSize)));
  return Math.ceil(Math.min(widest + 20, kit.width * share));
}

const lineHeight = endLabelSize + 2;
const mostLines = 3;

/** Writes each label beside the plot at the height of its line's end, in several lines where it is long, moved apart where they would touch, with a leader. */
export function drawEndLabels(
  kit: Kit,
  labels: readonly EndLabel[],
  plotRight: number,
  room: number,
  top: number,
  bottom: number,
): string {
  const wrapped = (most: number): (readonly string[])[] =>
    labels.map(({ text }) => wrapText(text, endLabelSize, room - 18, most));
  // Names are cut only where whole ones would not find room beside each other.
  const texts =
    [mostLines, 2].map(wrapped).find((all) => all.flat().length * (lineHeight + 1) <= bottom - top) ?? wrapped(1);
  const heights = spreadLabels(
    labels.map(({ y }) => y),
    endLabelSize + 3,
    top,
    bottom,
    texts.map(({ length }) => length),
  );
  return labels
    .map((label, index) => {
      const y = heights[index] ?? label.y;
      const textLeft = plotRight + 18;
      const leader = el('path', {
        d: `M${round(label.x + 5)},${round(label.y)}H${round(Math.max(plotRight + 4, label.x + 5))}L${round(plotRight + 14)},${round(y)}`,
        fill: 'none',
        stroke: label.colour,
        'stroke-width': 1,
        'stroke-dasharray': label.x < plotRight - 8 ? '1 3' : undefined,
      });
      const lines = texts[index] ?? [];
      const isCut = lines.at(-1)?.endsWith('…') === true;
      const first = y + 4 - ((lines.length - 1) * lineHeight) / 2;
      return (
        leader +
        lines
          .map((line, at) =>
            writeText(
              kit,
              { x: textLeft, y: round(first + at * lineHeight), size: endLabelSize, edge: 'left' },
              line,
              isCut ? label.text : line,
            ),
          )
          .join('')
      );
    })
    .join('');
}
