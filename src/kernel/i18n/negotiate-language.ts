import { isLanguage } from './languages.ts';
import type { Language } from './say.ts';

/** The interface language that an Accept-Language header likes best (RFC 9110, 12.5.4); English where it names none of the six. */
export function negotiateLanguage(header: string | undefined): Language {
  const wishes = (header ?? '')
    .slice(0, 500) // a header is outside data: no visitor has a reason to send more
    .split(',')
    .map((part, index) => {
      const [range = '', ...parameters] = part.trim().split(';');
      const quality = parameters
        .map((word) => /^\s*q=([\d.]+)\s*$/.exec(word)?.[1])
        .find((found) => found !== undefined);
      return {
        code: range.trim().toLowerCase().split('-')[0],
        quality: quality === undefined ? 1 : Number(quality),
        index,
      };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || a.index - b.index);
  return wishes.map(({ code }) => code).find((code): code is Language => isLanguage(code)) ?? 'en';
}
