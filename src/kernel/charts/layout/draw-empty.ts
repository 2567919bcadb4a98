import { say } from '#kernel/i18n/index.ts';
import { el } from '../svg/element.ts';
import { writeText } from '../svg/write-text.ts';
import type { Room } from './draw-frame.ts';
import type { Block } from './key.ts';
import type { Kit } from './kit.ts';

/** What stands in the place of a drawing that has no figure: a quiet frame that says so. */
export function drawEmpty(kit: Kit, room: Room): Block {
  const height = Math.min(room.height, 160);
  const { left, right, top } = room;
  const box = el('rect', {
    x: left,
    y: top,
    width: right - left,
    height,
    rx: 4,
    fill: 'none',
    stroke: kit.paint('axis'),
    'stroke-dasharray': '4 4',
  });
  const text = kit.say(say('There is no figure to show.'));
  return {
    svg:
      box +
      writeText(
        kit,
        { x: (left + right) / 2, y: top + height / 2 + 4, size: 13, edge: 'middle', colour: 'muted' },
        text,
      ),
    height,
  };
}
