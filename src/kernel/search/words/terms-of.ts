import type { Language } from '#kernel/i18n/say.ts';
import { fold } from './fold.ts';
import { stemsArabic } from './stem-arabic.ts';
import { stemEnglish } from './stem-english.ts';
import { stemFrench } from './stem-french.ts';
import { stemRussian } from './stem-russian.ts';
import { stemSpanish } from './stem-spanish.ts';

const arabic = /^[\u0621-\u064A]+$/;
const russian = /^[а-я]+$/;
const latin = /^[a-z]+$/;
const mostKept = 100_000;

/** Keeps answers, as texts repeat their words; begins anew when they are too many. */
function remembering(work: (word: string) => readonly string[]): (word: string) => readonly string[] {
  const kept = new Map<string, readonly string[]>();
  return (word) => {
    const known = kept.get(word);
    if (known !== undefined) return known;
    const made = work(word);
    if (kept.size >= mostKept) kept.clear();
    if (word.length < 40) kept.set(word, made);
    return made;
  };
}

const stemIn = { en: stemEnglish, fr: stemFrench, es: stemSpanish };
const distinct = (words: readonly string[]): readonly string[] => [...new Set(words)];

/** Terms of a folded word that is not in Latin letters, or undefined: its script says its language. */
function termsByScript(folded: string): readonly string[] | undefined {
  if (arabic.test(folded)) return folded.length > 2 ? stemsArabic(folded) : [folded];
  if (russian.test(folded)) return [folded.length > 3 ? stemRussian(folded) : folded];
  return latin.test(folded) ? undefined : [folded];
}

const inLatin = (stem: (word: string) => string): ((raw: string) => readonly string[]) =>
  remembering((raw) => {
    const folded = fold(raw);
    return termsByScript(folded) ?? [stem(folded)];
  });
const byLanguage = { en: inLatin(stemIn.en), fr: inLatin(stemIn.fr), es: inLatin(stemIn.es) };
const withoutLanguage = remembering((raw) => {
  const folded = fold(raw);
  return termsByScript(folded) ?? distinct([folded, stemEnglish(folded)]);
});

/** Terms under which a word of a text in this language is found; of a name or code, without a language. */
export function termsOf(raw: string, language: Language | undefined): readonly string[] {
  if (language === undefined) return withoutLanguage(raw);
  return language === 'fr' || language === 'es' ? byLanguage[language](raw) : byLanguage.en(raw);
}

/** Terms that a word of a query may stand for: in Latin letters, as it is and in English, French and Spanish. */
export const queryTermsOf = remembering((raw) => {
  const folded = fold(raw);
  return termsByScript(folded) ?? distinct([stemEnglish(folded), folded, stemFrench(folded), stemSpanish(folded)]);
});
