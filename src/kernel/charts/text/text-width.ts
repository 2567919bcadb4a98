// The server has no font engine: widths are those of Noto Sans by kind of character, in parts of the font size, a little generous.
const narrow = new Set("iljtfrI.,:;'|!()[] ·-/");
const broad = new Set('mwMWЖШЩЮжшщю%@—');

function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (narrow.has(character)) return 0.31;
  if (broad.has(character)) return 0.86;
  if (code >= 0x2e80) return 1;
  if (code >= 0x300 && code <= 0x36f) return 0;
  if (code >= 0x600 && code <= 0x6ff) return code >= 0x64b && code <= 0x65f ? 0 : 0.5;
  if (code >= 0x30 && code <= 0x39) return 0.57;
  if (character !== character.toLowerCase()) return 0.66;
  return 0.56;
}

/** Estimated width in pixels of one line of text at a font size in pixels. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width * size;
}

/** The text, cut with an ellipsis where it is wider than the room in pixels. */
export function fitText(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text;
  let kept = '';
  let width = size;
  for (const character of text) {
    width += characterWidth(character) * size;
    if (width > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
