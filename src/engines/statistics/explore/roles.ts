import type { DataStructure, Dimension } from '../model/structure.ts';

/** The dimension that says where, if the structure has one. */
export function areaDimension(structure: Pick<DataStructure, 'dimensions'>): Dimension | undefined {
  return structure.dimensions.find(({ id, codelist }) => id === 'REF_AREA' || codelist.id === 'CL_AREA');
}

export function isUnit({ id, codelist }: Dimension): boolean {
  return id === 'UNIT_MEASURE' || codelist.id === 'CL_UNIT_MEASURE';
}

export function isFrequency({ id, codelist }: Dimension): boolean {
  return id === 'FREQ' || codelist.id === 'CL_FREQ';
}

/** Code that stands for all others of its list together. */
export const total = '_T';

/**
 * Dimensions without the area, the weightiest first: what is measured, then what it is broken down by, then unit and frequency.
 * Where two choices cannot both be kept, the weightier stays.
 */
export function byWeight(structure: Pick<DataStructure, 'dimensions'>): readonly Dimension[] {
  const area = areaDimension(structure);
  const weight = (dimension: Dimension): number => {
    if (isFrequency(dimension)) return 3;
    if (isUnit(dimension)) return 2;
    return dimension.codelist.codes.some(({ id }) => id === total) ? 1 : 0;
  };
  return structure.dimensions
    .filter((dimension) => dimension !== area)
    .toSorted((one, other) => weight(one) - weight(other));
}
