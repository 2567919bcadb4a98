import { RowIndex } from './row-index.ts';

/**
 * The figures of one area, in columns, sorted by key, period and row. Codes and periods are places in the layout's lists;
 * a value that is not there is NaN. `out` marks rows with an error finding: later checks leave them out.
 */
export interface Frame {
  readonly length: number;
  readonly dimensions: readonly Int32Array[];
  readonly periods: Int32Array;
  readonly values: Float64Array;
  readonly rows: Int32Array;
  /** First place of each series, and the length at the end. */
  readonly starts: Int32Array;
  readonly out: Uint8Array;
  readonly index: RowIndex;
}

export interface Columns {
  readonly dimensions: readonly Int32Array[];
  readonly periods: Int32Array;
  readonly values: Float64Array;
  readonly rows: Int32Array;
}

/** Makes a frame over sorted columns. */
export function frameOf(columns: Columns): Frame {
  const { dimensions, periods, values, rows } = columns;
  const length = values.length;
  const out = new Uint8Array(length);
  const starts: number[] = [];
  for (let place = 0; place < length; place++) {
    if (place === 0 || !sameSeries(dimensions, place - 1, place)) starts.push(place);
  }
  starts.push(length);
  const index = new RowIndex(dimensions, periods, out);
  return { length, dimensions, periods, values, rows, starts: Int32Array.from(starts), out, index };
}

function sameSeries(dimensions: readonly Int32Array[], one: number, other: number): boolean {
  // The last dimensions change most often in sorted rows.
  for (let d = dimensions.length - 1; d >= 0; d--) {
    const column = dimensions[d];
    if (column !== undefined && column[one] !== column[other]) return false;
  }
  return true;
}
