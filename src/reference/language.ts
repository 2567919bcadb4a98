/** The six official languages of the United Nations, in their alphabetical order. */
export const unLanguages = ['ar', 'en', 'es', 'fr', 'ru', 'zh'] as const;
export type UnLanguage = (typeof unLanguages)[number];

/** A name in all six languages. */
export type SixNames = Readonly<Record<UnLanguage, string>>;

/** A name in English and in those of the other five languages in which it is known. */
export type SomeNames = Readonly<Partial<Record<UnLanguage, string>>> & { readonly en: string };

/** Tells whether a word is one of the six language codes. */
export function isUnLanguage(word: string): word is UnLanguage {
  return unLanguages.some((language) => language === word);
}
