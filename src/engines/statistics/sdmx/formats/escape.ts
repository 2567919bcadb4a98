import type { Text } from '#kernel/i18n/say.ts';
import { languages, translate } from '#kernel/i18n/index.ts';

// oxlint-disable no-control-regex -- these are the characters that XML 1.0 cannot hold or that must be escaped
const special = /[&<>"\u0000-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
// oxlint-enable no-control-regex

/** Text for the content of an element or the value of an attribute. Characters that XML 1.0 cannot hold are left out. */
export function xml(text: string): string {
  if (!special.test(text)) return text;
  return text
    .toWellFormed()
    .replaceAll(forbidden, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;');
}

/** The text in every language that it has, by language code. A plain string is English. */
export function inLanguages(text: Text): readonly (readonly [language: string, text: string])[] {
  if (typeof text === 'string') return [['en', text]];
  if (!('id' in text)) {
    return languages.flatMap((language) => {
      const words = text[language];
      return words === undefined || words === '' ? [] : [[language, words] as const];
    });
  }
  const english = translate('en', text);
  return languages.flatMap((language) => {
    const words = translate(language, text);
    return language === 'en' || words !== english ? [[language, words] as const] : [];
  });
}

/** One element per language, such as `<com:Name xml:lang="en">…</com:Name>`. */
export function localised(element: string, text: Text | undefined): string {
  if (text === undefined) return '';
  return inLanguages(text)
    .map(([language, words]) => `<${element} xml:lang="${language}">${xml(words)}</${element}>`)
    .join('');
}
