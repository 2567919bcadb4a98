import { languages, type Language } from './say.ts';

export type Direction = 'ltr' | 'rtl';

/** Each language's name in itself, as a language menu shows it. */
export const languageNames: Readonly<Record<Language, string>> = {
  ar: 'العربية',
  en: 'English',
  es: 'Español',
  fr: 'Français',
  ru: 'Русский',
  zh: '中文',
};

/** BCP 47 locale for Intl: Latin digits also in Arabic, day before month in English, simplified script in Chinese. */
export const locales: Readonly<Record<Language, string>> = {
  ar: 'ar-u-nu-latn',
  en: 'en-GB',
  es: 'es',
  fr: 'fr',
  ru: 'ru',
  zh: 'zh-Hans',
};

/** Whether a word is one of the six interface languages; anything that came from an address must pass here first. */
export function isLanguage(word: string | undefined): word is Language {
  return (languages as readonly (string | undefined)[]).includes(word);
}

export function directionOf(language: Language): Direction {
  return language === 'ar' ? 'rtl' : 'ltr';
}
