import { collatorOf, translatorOf, type Language } from '#kernel/i18n/index.ts';
import { findArea } from '#reference/index.ts';
import type { DataStructure, Dimension } from '../model/structure.ts';
import type { CodeNames } from './read-query.ts';
import { areaDimension } from './roles.ts';

/** Names of a structure in one language, with the order in which lists show its codes. */
export interface Names extends CodeNames {
  readonly language: Language;
  /** Name of a code by the id of its dimension or attribute; a period or free text is its own name. */
  name(id: string, code: string): string;
  dimension(id: string): string;
  /** Orders codes of a dimension: places by name, all others as their list has them. */
  compare(id: string): (one: string, other: string) => number;
}

export function namesOf(structure: DataStructure, language: Language, periodWord: string): Names {
  const t = translatorOf(language);
  const area = areaDimension(structure)?.id;
  const parts = new Map([...structure.dimensions, ...structure.attributes].map((part) => [part.id, part]));
  const codes = new Map(
    [...parts.values()].map(({ id, codelist }) => [
      id,
      new Map(codelist?.codes.map((code, place) => [code.id, { ...code, place }])),
    ]),
  );
  const name = (id: string, code: string): string => {
    if (id === area) {
      const place = findArea(code);
      if (place?.id === code) return place.name[language];
    }
    const known = codes.get(id)?.get(code);
    return known === undefined ? code : t(known.name);
  };
  return {
    language,
    name,
    of: (dimension: Dimension, code) => name(dimension.id, code),
    ofDimension: (dimension) => t(dimension.name),
    dimension: (id) => {
      const part = parts.get(id);
      return part === undefined ? periodWord : t(part.name);
    },
    compare: (id) => {
      if (id !== area) {
        const place = (code: string): number => codes.get(id)?.get(code)?.place ?? Number.POSITIVE_INFINITY;
        return (one, other) => (place(one) === place(other) ? 0 : place(one) - place(other));
      }
      const { compare } = collatorOf(language);
      return (one, other) => compare(name(id, one), name(id, other));
    },
  };
}
