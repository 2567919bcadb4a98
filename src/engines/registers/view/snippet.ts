import { textIn } from '#kernel/i18n/browser.ts';
import type { Language, Multilingual } from '#kernel/i18n/say.ts';
import type { RegisterDefinition } from '../definition.ts';
import { plainText } from '../rich/plain-text.ts';
import { parseRich } from '../rich/parse-rich.ts';

/** Characters shown of the running text. */
const longest = 320;

export interface Snippet {
  readonly text: string | Multilingual;
  /** Places of the words that were searched for. */
  readonly marks: readonly (readonly [number, number])[];
}

/** The beginning of a record's summary, or the piece of it that holds the words, in the reader's language or the one that stands in. */
export function snippetOf(
  register: RegisterDefinition,
  data: Readonly<Record<string, unknown>>,
  words: string,
  language: Language,
): Snippet | undefined {
  const { summaryField } = register;
  const spec = summaryField === undefined ? undefined : register.fields[summaryField];
  const value = summaryField === undefined ? undefined : data[summaryField];
  if (spec === undefined || value === undefined) return undefined;
  const shown = typeof value === 'string' ? { text: value, lang: undefined } : textIn(language, value as Multilingual);
  const whole = spec.kind === 'rich' ? plainText(parseRich(shown.text)) : shown.text;
  const { text, marks } = cut(whole.replaceAll(/\s+/g, ' ').trim(), words);
  return { text: shown.lang === undefined ? text : { [shown.lang]: text }, marks };
}

function cut(text: string, words: string): { text: string; marks: (readonly [number, number])[] } {
  const wanted = words.match(/[\p{L}\p{N}]+/gu)?.filter((word) => word.length > 1) ?? [];
  const places = placesOf(text, wanted);
  const first = places[0]?.[0] ?? 0;
  const start = first < longest * 0.7 ? 0 : wordStart(text, first - 80);
  const end = text.length <= start + longest ? text.length : wordStart(text, start + longest);
  const before = start > 0 ? '… ' : '';
  const piece = `${before}${text.slice(start, end).trimEnd()}${end < text.length ? ' …' : ''}`;
  const shift = before.length - start;
  return {
    text: piece,
    marks: places.filter(([from, to]) => from >= start && to <= end).map(([from, to]) => [from + shift, to + shift]),
  };
}

/** Where a word begins with one of those searched for; a record can be found by forms of a word that are not marked. */
function placesOf(text: string, wanted: readonly string[]): (readonly [number, number])[] {
  if (wanted.length === 0) return [];
  const found = text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${wanted.join('|')})[\\p{L}\\p{N}]*`, 'giu'));
  return [...found].slice(0, 30).map(({ index, 0: word }) => [index, index + word.length]);
}

/** The beginning of the word at or before the place; the place itself where words are not set apart. */
function wordStart(text: string, place: number): number {
  const space = text.lastIndexOf(' ', place);
  return space > place - 40 && space > 0 ? space + 1 : place;
}
