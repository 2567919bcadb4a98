import { say } from '#kernel/i18n/say.ts';
import type { Attribute, DataStructure } from '../../model/structure.ts';
import type { DataQuery } from '../query/ast.ts';
import { syntaxError } from '../query/refuse.ts';

/** How an answer's observations are laid out. */
export interface Layout {
  /** `TIME_PERIOD`, another dimension, or `AllDimensions`. */
  readonly atObservation: string;
  readonly attributes: readonly Attribute[];
  readonly values: boolean;
  /** Only the keys of series are asked for, no observations. */
  readonly keysOnly: boolean;
}

/** Reads what the query asks to see of a structure. Refuses components that the structure does not have. */
export function layoutOf(structure: DataStructure, query: DataQuery): Layout {
  const atObservation = query.dimensionAtObservation ?? 'TIME_PERIOD';
  const known = ['AllDimensions', 'TIME_PERIOD', ...structure.dimensions.map(({ id }) => id)];
  if (!known.includes(atObservation)) {
    throw syntaxError(
      say('dimensionAtObservation must be one of {known}, not “{atObservation}”.', {
        known: known.join(', '),
        atObservation,
      }),
    );
  }
  const attributes = chooseAttributes(structure, query.attributes);
  const values = chooseValues(query.measures);
  return { atObservation, attributes, values, keysOnly: !values && attributes.length === 0 };
}

/** All attributes here belong to observations, so the words for other levels choose none. */
function chooseAttributes(structure: DataStructure, words: readonly string[]): readonly Attribute[] {
  if (words.some((word) => word === 'dsd' || word === 'all' || word === 'obs')) return structure.attributes;
  const ids = words.filter((word) => !['none', 'msd', 'dataset', 'series'].includes(word));
  const unknown = ids.find((id) => !structure.attributes.some((attribute) => attribute.id === id));
  if (unknown !== undefined) throw syntaxError(say('The data have no attribute {unknown}.', { unknown }));
  return structure.attributes.filter((attribute) => ids.includes(attribute.id));
}

function chooseValues(words: readonly string[]): boolean {
  const unknown = words.find((word) => !['all', 'none', 'OBS_VALUE'].includes(word));
  if (unknown !== undefined) throw syntaxError(say('The data have no measure {unknown}.', { unknown }));
  return !words.includes('none');
}
