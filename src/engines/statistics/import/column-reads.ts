import type { DataStructure } from '../model/structure.ts';
import type { Header } from './find-header.ts';
import type { ColumnName, Mapping } from './mapping.ts';
import type { FileColumns } from './sdmx-columns.ts';

/** What one dimension, the period, the value or an attribute was read from. */
export interface ColumnRead {
  /** Id of the dimension or attribute, `TIME_PERIOD` or `OBS_VALUE`. */
  readonly target: string;
  /** Headers as they stand in the file; none where the mapping sets the same code for every row. */
  readonly columns: readonly string[];
  readonly fixed?: string;
}

/** How a mapping reads the columns that a file has. */
export function columnReads(structure: DataStructure, mapping: Mapping, header: Header): ColumnRead[] {
  const headers = (columns: readonly ColumnName[]): string[] =>
    columns.flatMap((column) => header.names[header.place(column) ?? -1] ?? []);
  const { dimensions, attributes } = structure;
  return [
    ...dimensions.map(({ id }) => [id, mapping.dimensions[id]] as const),
    ['TIME_PERIOD', { columns: [mapping.period] }] as const,
    ['OBS_VALUE', { columns: [mapping.value] }] as const,
    ...attributes.map(({ id }) => [id, mapping.attributes[id]] as const),
  ].flatMap(([target, origin]): ColumnRead[] => {
    if (origin === undefined) return [];
    if ('fixed' in origin) return [{ target, columns: [], fixed: origin.fixed }];
    const columns = headers(origin.columns);
    return columns.length === 0 ? [] : [{ target, columns }];
  });
}

/** An SDMX-CSV file names the flow's own columns. */
export function sdmxReads(structure: DataStructure, columns: FileColumns): ColumnRead[] {
  const own = [...structure.dimensions, { id: 'TIME_PERIOD' }, { id: 'OBS_VALUE' }, ...structure.attributes];
  return own.flatMap(({ id }) => {
    const found = columns.get(id);
    return found === undefined ? [] : [{ target: id, columns: [found.header] }];
  });
}
