import type { Language } from '#kernel/i18n/say.ts';
import { fold } from './fold.ts';
import { stemsArabic } from './stem-arabic.ts';
import { stemEnglish } from './stem-english.ts';
import { stemFrench } from './stem-french.ts';
import { stemRussian } from './stem-russian.ts';
import { stemSpanish } from './stem-spanish.ts';

/** A word of a text as the index takes it. */
export interface Termed {
  readonly terms: readonly string[];
  /** How it is written, folded, where no term is just that: for words found by their beginning. */
  readonly written: readonly string[];
  readonly lower: string;
  /** Whether folding took an accent or a mark from it. */
  readonly accented: boolean;
}

const arabic = /^[\u0621-\u064A]+$/;
const russian = /^[а-я]+$/;
const latin = /^[a-z]+$/;
const mostKept = 200_000;

/** Keeps answers, as texts repeat their words; begins anew when they are too many. */
function remembering<T>(work: (word: string) => T): (word: string) => T {
  const kept = new Map<string, T>();
  return (word) => {
    const known = kept.get(word);
    if (known !== undefined) return known;
    const made = work(word);
    if (kept.size >= mostKept) kept.clear();
    if (word.length < 40) kept.set(word, made);
    return made;
  };
}

const distinct = (words: readonly string[]): readonly string[] => [...new Set(words)];

/** Terms of a folded word that is not in Latin letters, or undefined: its script says its language. */
function termsByScript(folded: string): readonly string[] | undefined {
  if (arabic.test(folded)) return folded.length > 2 ? stemsArabic(folded) : [folded];
  if (russian.test(folded)) return [folded.length > 3 ? stemRussian(folded) : folded];
  return latin.test(folded) ? undefined : [folded];
}

const reading = (inLatin: (folded: string) => readonly string[]): ((raw: string) => Termed) =>
  remembering((raw) => {
    const folded = fold(raw);
    const lower = raw.toLowerCase();
    const terms = termsByScript(folded) ?? inLatin(folded);
    return {
      terms,
      written: writtenForms(folded).filter((form) => !terms.includes(form)),
      lower,
      accented: lower !== folded,
    };
  });

/** What a folded word may be begun with: itself, in Arabic also without its article. */
export function writtenForms(folded: string): readonly string[] {
  return folded.startsWith('ال') && folded.length > 4 ? [folded, folded.slice(2)] : [folded];
}

const english = reading((folded) => [stemEnglish(folded)]);
const french = reading((folded) => [stemFrench(folded)]);
const spanish = reading((folded) => [stemSpanish(folded)]);
const withoutLanguage = reading((folded) => distinct([folded, stemEnglish(folded)]));

/** How a word of a text in this language is indexed; of a name or code, without a language. */
export function termed(raw: string, language: Language | undefined): Termed {
  if (language === undefined) return withoutLanguage(raw);
  if (language === 'fr') return french(raw);
  return language === 'es' ? spanish(raw) : english(raw);
}

/** Terms under which a word of a text in this language is found. */
export const termsOf = (raw: string, language: Language | undefined): readonly string[] => termed(raw, language).terms;

/** Terms that a word of a query may stand for: in Latin letters, as it is and in English, French and Spanish. */
export const queryTermsOf = remembering((raw): readonly string[] => {
  const folded = fold(raw);
  return termsByScript(folded) ?? distinct([stemEnglish(folded), folded, stemFrench(folded), stemSpanish(folded)]);
});
