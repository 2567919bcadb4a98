import { translate } from '#kernel/i18n/index.ts';
import type { Language, Text } from '#kernel/i18n/say.ts';
import type { Codelist } from '../../../model/structure.ts';
import { daysOf } from '../../query/period.ts';
import { inLanguages } from '../escape.ts';

/** The values of one component that an answer has used so far, each with its place in the list. */
export class ComponentValues {
  readonly id: string;
  readonly codelist: Codelist | undefined;
  readonly #places = new Map<string, number>();

  constructor(id: string, codelist: Codelist | undefined) {
    this.id = id;
    this.codelist = codelist;
  }

  /** Place of a value; a new value is put at the end. */
  place(value: string): number {
    const known = this.#places.get(value);
    if (known !== undefined) return known;
    const place = this.#places.size;
    this.#places.set(value, place);
    return place;
  }

  /** The list as SDMX-JSON writes it: codes with names, periods with their days, texts as they are. */
  list(edition: 1 | 2, language: Language): readonly object[] {
    const codes = new Map(this.codelist?.codes.map((code) => [code.id, code]));
    return [...this.#places.keys()].map((value) => {
      if (this.id === 'TIME_PERIOD') {
        const { start, end } = daysOf(value);
        const days = { start: `${start}T00:00:00Z`, end: `${end}T23:59:59Z` };
        return edition === 1 ? { id: value, name: value, ...days } : { value, ...days };
      }
      const code = codes.get(value);
      if (this.codelist === undefined) return edition === 1 ? { name: value } : { value };
      const parent = code?.parent === undefined ? {} : { parent: code.parent };
      return { id: value, ...named(code?.name ?? value, language), ...parent };
    });
  }
}

/** `name` in the language asked for, and `names` in all that there are. */
export function named(
  name: Text,
  language: Language,
): { readonly name: string; readonly names: Readonly<Record<string, string>> } {
  return { name: translate(language, name), names: Object.fromEntries(inLanguages(name)) };
}
