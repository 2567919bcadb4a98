import type { FlowDefinition } from '../definition.ts';
import { flowName } from '../model/structure.ts';
import { literal } from '../store/cube/sql-text.ts';

/** A column of the file: its place, and whether its cells read `KEN: Kenya`. */
interface FileColumn {
  readonly sql: string;
  readonly header: string;
}

/** The columns of an SDMX-CSV file by the component that they hold. */
export type FileColumns = ReadonlyMap<string, FileColumn>;

/** Headers may carry a label: `REF_AREA: Reference area`. */
export function columnsBy(headers: readonly string[]): FileColumns {
  return new Map(
    headers.map((header, place) => {
      const id = header.split(':')[0]?.trim() ?? header;
      const labelled = header.includes(': ');
      return [id, { header, sql: labelled ? `split_part(c${place}, ': ', 1)` : `c${place}` }];
    }),
  );
}

/** SQL that is true for a row that names another flow than the one it is loaded into. */
export function otherFlow(definition: FlowDefinition, columns: FileColumns): string {
  const named = columns.get('DATAFLOW') ?? columns.get('STRUCTURE_ID');
  return named === undefined
    ? 'false'
    : `coalesce(NOT starts_with(${named.sql}, ${literal(flowName(definition.flow))}), false)`;
}
