import { fitText, textWidth } from './text-width.ts';

// Chinese has no spaces between words, so a line may break after any of its characters.
const pieces = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]|[^\s\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]+|\s+/gu;

/** Breaks text into lines no wider than the room in pixels; what does not fit into `limit` lines ends with an ellipsis. */
export function wrapText(text: string, size: number, room: number, limit = 12): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.trim().match(pieces) ?? []) {
    const longer = line + (/^\s+$/u.test(piece) ? ' ' : piece);
    if (line.trim() !== '' && textWidth(longer, size) > room) {
      lines.push(line.trim());
      line = piece.trim();
    } else {
      line = longer;
    }
  }
  if (line.trim() !== '') lines.push(line.trim());
  if (lines.length > limit) {
    const rest = lines.slice(limit - 1).join(' ');
    return [...lines.slice(0, limit - 1), fitText(rest, size, room)];
  }
  return lines.map((each) => fitText(each, size, room));
}
