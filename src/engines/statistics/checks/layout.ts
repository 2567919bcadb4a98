import type { Codelist, DataStructure } from '../model/structure.ts';
import { english } from '../english.ts';

export interface LayoutDimension {
  readonly id: string;
  readonly codes: readonly string[];
  readonly names: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
}

/** How the columns of a frame are to be read: what each number in them stands for. */
export interface Layout {
  readonly dimensions: readonly LayoutDimension[];
  /** Place of the area dimension; -1 when the flow has none. */
  readonly area: number;
  readonly periods: readonly string[];
  /** Year in which each period begins; NaN when it is no period. */
  readonly years: readonly number[];
}

/** The area is REF_AREA, as everywhere in SDMX; periods are those that occur, in order. */
export function layoutOf(structure: DataStructure, periods: readonly string[]): Layout {
  return {
    dimensions: structure.dimensions.map(({ id, codelist }) => ({ id, ...columnsOf(codelist) })),
    area: structure.dimensions.findIndex(({ id }) => id === 'REF_AREA'),
    periods,
    years: periods.map((period) => (/^\d{4}(?!\d)/.test(period) ? Number(period.slice(0, 4)) : Number.NaN)),
  };
}

function columnsOf({ codes }: Codelist): Omit<LayoutDimension, 'id'> {
  return {
    codes: codes.map(({ id }) => id),
    names: codes.map(({ name }) => english(name)),
    indexOf: new Map(codes.map(({ id }, index) => [id, index])),
  };
}

/** Place of a dimension in the key; a definition that names another is wrong and stops the start. */
export function dimensionAt(layout: Layout, id: string): number {
  const place = layout.dimensions.findIndex((dimension) => dimension.id === id);
  if (place < 0) throw new Error(`A check names the dimension ${id}, which the flow does not have.`);
  return place;
}

/** Number of a code within its dimension; a definition that names another is wrong and stops the start. */
export function codeAt(layout: Layout, place: number, code: string): number {
  const dimension = layout.dimensions[place];
  const index = dimension?.indexOf.get(code);
  if (index === undefined) throw new Error(`A check names the code ${code}, which ${dimension?.id} does not have.`);
  return index;
}

/** The key's places that change, and to which code, on the way from a row to its counterpart with these codes. */
export function stepsTo(layout: Layout, codes: Readonly<Record<string, string>>): { place: number; code: number }[] {
  return Object.entries(codes).map(([id, code]) => {
    const place = dimensionAt(layout, id);
    return { place, code: codeAt(layout, place, code) };
  });
}
