import { directionOf, type Direction } from './languages.ts';
import { languages, type Language, type Multilingual } from './say.ts';

/** Text of the record as it can be shown, with the language that it really is in. */
export interface ShownText {
  readonly text: string;
  readonly lang: Language;
  readonly dir: Direction;
  /** True where the language asked for is missing and another stands in. */
  readonly isFallback: boolean;
}

/** Order in which another language stands in for a missing one. */
const standIns: readonly Language[] = ['en', 'fr', 'es', 'ru', 'ar', 'zh'];

/** The text in the language asked for, or in the first that exists, said to be so. */
export function textIn(language: Language, text: Multilingual): ShownText {
  const lang = [language, ...standIns, ...languages].find((candidate) => (text[candidate] ?? '') !== '') ?? language;
  return { text: text[lang] ?? '', lang, dir: directionOf(lang), isFallback: lang !== language };
}
