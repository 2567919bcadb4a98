import { locales } from './languages.ts';
import type { Language } from './say.ts';

const collators = new Map<Language, Intl.Collator>();

/** The alphabetical order of a language, numbers by value ("Article 9" before "Article 10"). */
export function collatorOf(language: Language): Intl.Collator {
  const collator = collators.get(language) ?? new Intl.Collator(locales[language], { numeric: true });
  collators.set(language, collator);
  return collator;
}

/** A new list in the alphabetical order that readers of the language expect. */
export function sorted<T>(language: Language, values: readonly T[], by: (value: T) => string): T[] {
  const collator = collatorOf(language);
  return values.toSorted((a, b) => collator.compare(by(a), by(b)));
}
