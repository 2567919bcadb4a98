import type { DataStructure } from '../../model/structure.ts';

/** Columns of `staged` beside the row number and its kind, in order. */
export function stagedColumns(structure: DataStructure): readonly string[] {
  return [
    ...structure.dimensions.map(({ id }) => id),
    'TIME_PERIOD',
    'OBS_VALUE',
    ...structure.attributes.map(({ id }) => id),
  ];
}
