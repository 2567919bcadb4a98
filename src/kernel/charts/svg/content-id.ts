/** A short id that depends on nothing but the text (FNV-1a, 32 bits), so that the same drawing has the same ids everywhere. */
export function contentId(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return `c${(hash >>> 0).toString(36)}`;
}
