import { say, type Text } from '#kernel/i18n/say.ts';
import type { DataStructure } from '../../model/structure.ts';

export interface DescribedKey {
  /** "Kenya"; empty where the key does not say. */
  readonly area: string;
  /** "Persons held, Male, number of persons": what is counted, without frequency and totals. */
  readonly figure: string;
  readonly period: string;
}

/** Puts keys of a structure into words; a code that the structure does not have stays as it is. */
export function describeKey(
  structure: DataStructure | undefined,
  translate: (text: Text) => string,
): (key: Readonly<Record<string, string>>) => DescribedKey {
  const dimensions = structure?.dimensions ?? [];
  const names = new Map(
    dimensions.map(({ id, codelist }) => [id, new Map(codelist.codes.map((code) => [code.id, code.name]))]),
  );
  const word = (id: string, code: string): string => {
    const name = names.get(id)?.get(code);
    return name === undefined ? code : translate(name);
  };
  return (key) => ({
    area: key['REF_AREA'] === undefined ? '' : word('REF_AREA', key['REF_AREA']),
    figure: dimensions
      .flatMap(({ id }) => {
        const code = key[id];
        return id === 'FREQ' || id === 'REF_AREA' || code === undefined || code === '_T' || code === '_Z'
          ? []
          : [word(id, code)];
      })
      .join(translate(say(', '))),
    period: key['TIME_PERIOD'] ?? '',
  });
}
