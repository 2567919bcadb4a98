/** Middle of the values (mean of the two middle ones), sorting them in place; NaN when there are none. */
export function median(values: number[]): number {
  const n = values.length;
  if (n === 0) return Number.NaN;
  values.sort((a, b) => a - b);
  const upper = values[n >> 1] ?? Number.NaN;
  return n % 2 === 1 ? upper : (upper + (values[(n >> 1) - 1] ?? Number.NaN)) / 2;
}
