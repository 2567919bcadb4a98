import type { Language } from '#kernel/i18n/say.ts';
import { languages } from '#kernel/i18n/say.ts';
import type { SearchContent, SearchDocument, TextByLanguage, Weight } from '../document.ts';
import { formsOfIdentifier, identifiersIn } from '../identifiers/identifiers.ts';
import { eachWord } from './each-word.ts';
import { fold } from './fold.ts';
import { termed } from './terms-of.ts';

/** Takes a term of the document: its place among the words, or -1 where it has none, and its weight in halves. */
export type TermSink = (term: string, place: number, halves: number) => void;

/** Signs before a term that is no word of a running text; no word begins with them. */
export const marks = { exact: '=', written: '^', whole: '~', identifier: '#', field: ':' } as const;
export const fieldMark = (field: string, term: string): string => `${marks.field}${field}:${term}`;

const halvesOf: Readonly<Record<Weight, number>> = { high: 8, normal: 2, low: 1 };
const nameHalves = 10;
/** Places between two texts, so that no phrase reaches from one into the next. */
const gap = 16;

/** A text as its own whole, to be found by the same whole: folded words in a row. */
export function wholeOf(text: string): string {
  const words: string[] = [];
  eachWord(text, ({ raw, form }) => {
    if (form === 'word' || form === 'character') words.push(fold(raw));
  });
  return words.join(' ');
}

/** Gives all terms of a document, and answers with its length in weighted words: that of its longest language. */
export function analyseDocument(document: SearchDocument, give: TermSink): number {
  let place = 0;
  let neutral = 0;
  const lengths = new Map<Language, number>();
  const read = (text: string, language: Language | undefined, halves: number, field: string | undefined): void => {
    let words = 0;
    const named = field !== undefined;
    place =
      gap +
      eachWord(
        text,
        (word) => {
          const { raw, form } = word;
          if (form === 'word' || form === 'pair') words += 1;
          const { terms, written, lower, accented } = termed(raw, language);
          for (const term of terms) {
            give(term, word.place, form === 'joined' || form === 'character' ? 1 : halves);
            if (named) give(fieldMark(field, term), word.place, 2);
          }
          for (const each of written) give(`${marks.written}${each}`, -1, 1);
          // Every spelling of a title, and of running text only those that folding changes.
          if (form === 'word' && (halves > 2 || accented)) give(`${marks.exact}${lower}`, -1, halves);
        },
        place,
      );
    const length = (words * halves) / 2;
    if (language === undefined) neutral += length;
    else lengths.set(language, (lengths.get(language) ?? 0) + length);
    for (const identifier of identifiersIn(text)) give(`${marks.identifier}${identifier}`, -1, 2);
  };
  const readAll = (text: TextByLanguage, halves: number, field: string | undefined): void => {
    const seen = new Set<string>();
    for (const language of languages) {
      const words = text[language];
      if (words === undefined || seen.has(words)) continue;
      seen.add(words);
      read(words, language, halves, field);
    }
  };
  readAll(document.title, halvesOf.high, 'title');
  for (const title of new Set(Object.values(document.title))) give(`${marks.whole}${wholeOf(title)}`, -1, 2);
  for (const content of [document, ...(document.restricted ?? [])]) readContent(content, { read, readAll, give });
  return neutral + Math.max(0, ...lengths.values());
}

interface Reading {
  readonly read: (text: string, language: Language | undefined, halves: number, field: string | undefined) => void;
  readonly readAll: (text: TextByLanguage, halves: number, field: string | undefined) => void;
  readonly give: TermSink;
}

function readContent(content: SearchContent, { read, readAll, give }: Reading): void {
  for (const name of content.names ?? []) {
    read(name, undefined, nameHalves, undefined);
    give(`${marks.whole}${wholeOf(name)}`, -1, 2);
  }
  readAll(content.text ?? {}, halvesOf.normal, undefined);
  for (const [name, { text, weight = 'normal' }] of Object.entries(content.fields ?? {})) {
    if (isList(text)) for (const one of text) read(one, undefined, halvesOf[weight], name);
    else readAll(text, halvesOf[weight], name);
  }
  for (const identifier of content.identifiers ?? []) {
    for (const form of formsOfIdentifier(identifier)) give(`${marks.identifier}${form}`, -1, 2);
    read(identifier, undefined, 2, undefined);
  }
}

const isList = (text: TextByLanguage | readonly string[]): text is readonly string[] => Array.isArray(text);
