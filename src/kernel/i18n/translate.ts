import ar from './catalogues/ar.json' with { type: 'json' };
import es from './catalogues/es.json' with { type: 'json' };
import fr from './catalogues/fr.json' with { type: 'json' };
import ru from './catalogues/ru.json' with { type: 'json' };
import zh from './catalogues/zh.json' with { type: 'json' };
import type { Language, Text } from './say.ts';
import { translator, type Catalogue, type Translate } from './translator.ts';

const catalogues: Readonly<Record<Language, Catalogue>> = { ar, en: {}, es, fr, ru, zh };
const translators = new Map<Language, Translate>();

/** The translator of a language over the shipped catalogues; on the server only, because it holds all of them. */
export function translatorOf(language: Language): Translate {
  const known = translators.get(language) ?? translator(language, catalogues[language]);
  translators.set(language, known);
  return known;
}

/** Text as a string of the language, with its values put in. */
export function translate(language: Language, text: Text): string {
  return translatorOf(language)(text);
}

/** The translations of some messages and of every message inside `data`, for a browser; nothing in English. */
export function translationsOf(language: Language, ids: readonly string[], data: unknown): Catalogue {
  const catalogue = catalogues[language];
  const found: Record<string, string> = {};
  const take = (id: string): void => {
    const translation = Object.hasOwn(catalogue, id) ? catalogue[id] : undefined;
    if (translation !== undefined && translation !== '') found[id] = translation;
  };
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('id' in value && typeof value.id === 'string') take(value.id);
    Object.values(value).forEach(visit);
  };
  ids.forEach(take);
  visit(data);
  return found;
}
