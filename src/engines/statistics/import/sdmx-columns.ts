/** SDMX-CSV 2.0: information, append, merge, replace, delete. */
export const actions = ['I', 'A', 'M', 'R', 'D'];

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
