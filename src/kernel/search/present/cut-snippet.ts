import type { Language } from '#kernel/i18n/say.ts';
import type { SearchSnippet } from '../answer.ts';
import { mergeMarks, type Mark } from './find-marks.ts';

const longest = 220;
const lead = 60;

/** The piece of a text with most of the words asked for, cut between words. */
export function cutSnippet(text: string, language: Language, found: readonly Mark[]): SearchSnippet {
  const reach = language === 'zh' ? longest / 2 : longest;
  const from = text.length <= reach ? 0 : startOfCut(text, densest(found, reach), language, reach);
  const until = endOfCut(text, from, from + reach);
  const before = from > 0 ? '… ' : '';
  const shift = before.length - from;
  const marks = mergeMarks(found.filter(({ start, end }) => start >= from && end <= until)).map(
    ([start, end]) => [start + shift, end + shift] as const,
  );
  const piece = text.slice(from, until).replaceAll(/\s/g, ' ');
  return { text: `${before}${piece}${until < text.length ? ' …' : ''}`, language, marks };
}

/** Where the stretch begins that holds most different words, and of those the most. */
function densest(found: readonly Mark[], reach: number): number {
  let best = { start: 0, kinds: 0, all: 0 };
  for (const [nth, first] of found.slice(0, 500).entries()) {
    const within = found.slice(nth, nth + 60).filter(({ end }) => end <= first.start + reach - lead);
    const kinds = new Set(within.map(({ term }) => term)).size;
    if (kinds > best.kinds || (kinds === best.kinds && within.length > best.all))
      best = { start: first.start, kinds, all: within.length };
  }
  return best.start;
}

function startOfCut(text: string, first: number, language: Language, reach: number): number {
  const earliest = Math.min(Math.max(0, first - lead), text.length - Math.floor(reach / 2));
  if (earliest <= 0) return 0;
  // A sentence that begins shortly before is shown from its beginning.
  const sentence = text.slice(earliest, first).search(/(?<=[.!?。！？؟;；]\s*)\S/u);
  if (sentence > 0) return earliest + sentence;
  const space = text.indexOf(' ', earliest);
  if (language !== 'zh' && space >= 0 && space < first) return space + 1;
  return afterCharacter(text, Math.min(earliest, first));
}

function endOfCut(text: string, from: number, wanted: number): number {
  if (wanted >= text.length) return text.length;
  const space = text.lastIndexOf(' ', wanted);
  return space > from + (wanted - from) / 2 ? space : afterCharacter(text, wanted);
}

/** Never between the halves of a character, nor between a letter and its marks. */
function afterCharacter(text: string, at: number): number {
  let place = at;
  while (place < text.length && /[\uDC00-\uDFFF\p{M}\u200D]/u.test(text[place]!)) place += 1;
  return place;
}
