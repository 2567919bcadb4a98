import type { Kit } from './kit.ts';
import { textWidth } from '../text/text-width.ts';
import { writeText } from '../svg/write-text.ts';

/** An entry of a key: a glyph drawn with its left edge and middle height at x and y, and what it stands for. */
export interface KeyItem {
  readonly text: string;
  readonly glyphWidth: number;
  readonly glyph: (x: number, y: number) => string;
}

export interface Block {
  readonly svg: string;
  readonly height: number;
}

const rowHeight = 18;

/** Sets the entries in rows between two edges, from the side where reading starts; empty without entries. */
export function drawKey(kit: Kit, items: readonly KeyItem[], left: number, right: number, top: number): Block {
  if (items.length === 0) return { svg: '', height: 0 };
  const size = 11;
  let used = 0;
  let row = 0;
  const parts = items.map((item) => {
    const width = item.glyphWidth + 6 + textWidth(item.text, size);
    if (used > 0 && used + width > right - left) {
      used = 0;
      row += 1;
    }
    const y = top + row * rowHeight + rowHeight / 2;
    const start = kit.rightToLeft ? right - used : left + used;
    used += width + 16;
    const glyphLeft = kit.rightToLeft ? start - item.glyphWidth : start;
    const textAt = kit.rightToLeft ? glyphLeft - 6 : start + item.glyphWidth + 6;
    const lettering = { x: textAt, y: y + 4, size, edge: kit.rightToLeft ? 'right' : 'left', colour: 'muted' } as const;
    return item.glyph(glyphLeft, y) + writeText(kit, lettering, item.text);
  });
  return { svg: parts.join(''), height: (row + 1) * rowHeight };
}
