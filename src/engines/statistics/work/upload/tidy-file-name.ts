/** The last part of a name as a person sees it: no folders, no invisible or direction-turning characters, at most 200 characters. */
export function tidyFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const seen = last.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '').trim();
  return seen === '' ? 'upload' : Array.from(seen).slice(-200).join('');
}
