import { formatsOf, type Language } from '#kernel/i18n/index.ts';

/** A date as exact as it is known, in words of the language: a day, a month, or a year. */
export function dateWords(language: Language): (date: string) => string {
  const formats = formatsOf(language);
  return (date) => {
    if (date.length === 4) return date;
    return date.length === 7 ? formats.date(`${date}-01`, { month: 'long', year: 'numeric' }) : formats.date(date);
  };
}
