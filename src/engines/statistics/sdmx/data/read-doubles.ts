import type { DuckDBVector } from '@duckdb/node-api';

/** The numbers of a vector of DOUBLE, `missing` where it has none. Copied as a whole where every row has one. */
export function readDoubles(vector: DuckDBVector, rows: number, missing: number): Float64Array {
  const items: unknown = Reflect.get(vector, 'items');
  const validity: unknown = Reflect.get(vector, 'validity');
  const whole = typeof validity === 'object' && validity !== null && Reflect.get(validity, 'data') === null;
  if (whole && items instanceof Float64Array) return items.slice(0, rows);
  const numbers = new Float64Array(rows).fill(missing);
  for (let row = 0; row < rows; row += 1) {
    const item = vector.getItem(row);
    if (typeof item === 'number') numbers[row] = item;
  }
  return numbers;
}
