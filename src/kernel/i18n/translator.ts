import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { locales } from './languages.ts';
import type { Language, Message, Text } from './say.ts';
import { textIn } from './text-in.ts';

/** English ICU text → its translation; an empty string means that nobody has translated it yet. */
export type Catalogue = Readonly<Record<string, string>>;

/** Turns any text into a string of one language. */
export type Translate = (text: Text) => string;

export function isMessage(text: Text): text is Message {
  return typeof text === 'object' && 'id' in text;
}

/** Makes the function that shows text in one language; a message without translation is shown in English. */
export function translator(language: Language, catalogue: Catalogue): Translate {
  const i18n = setupI18n({ locale: locales[language], messages: { [locales[language]]: {} } });
  const compiled = new Set<string>();
  const message = ({ id, values }: Message): string => {
    if (!compiled.has(id)) {
      const translation = Object.hasOwn(catalogue, id) ? catalogue[id] : undefined;
      i18n.load(locales[language], {
        [id]: compileMessage(translation === undefined || translation === '' ? id : translation),
      });
      compiled.add(id);
    }
    return i18n._(id, values);
  };
  return (text) => {
    if (typeof text === 'string') return text;
    return isMessage(text) ? message(text) : textIn(language, text).text;
  };
}
