import type { FacetColumn, Segment } from '../segment/segment.ts';
import { dateColumn } from '../segment/columns.ts';
import type { Range } from './plan.ts';

const foldedValues = new WeakMap<FacetColumn, ReadonlyMap<string, readonly number[]>>();

/** Codes of a facet value, whatever its letters' case. */
export function codesOf(column: FacetColumn, value: string): readonly number[] {
  let known = foldedValues.get(column);
  if (known === undefined) {
    const made = new Map<string, number[]>();
    for (let code = 0; code < column.values.size; code += 1) {
      const folded = column.values.at(code).toLowerCase();
      made.set(folded, [...(made.get(folded) ?? []), code]);
    }
    foldedValues.set(column, (known = made));
  }
  return known.get(value.toLowerCase()) ?? [];
}

/** Whether a document has one of the values. */
export function hasOneOf(segment: Segment, facet: string, values: readonly string[]): (document: number) => boolean {
  const column = segment.facets.get(facet);
  if (column === undefined) return () => false;
  const wanted = new Uint8Array(column.values.size);
  for (const value of values) for (const code of codesOf(column, value)) wanted[code] = 1;
  if (!wanted.includes(1)) return () => false;
  const { starts, codes } = column;
  if (starts === undefined) return (document) => wanted[codes[document]!] === 1;
  return (document) => {
    const end = starts[document + 1]!;
    for (let at = starts[document]!; at < end; at += 1) if (wanted[codes[at]!] === 1) return true;
    return false;
  };
}

/** Whether a document's number or date of this name lies in the range. */
export function liesIn(
  segment: Segment,
  field: string,
  { number, moment }: { readonly number: Range; readonly moment: Range },
): (document: number) => boolean {
  const numbers = segment.numbers.get(field);
  const moments = segment.numbers.get(dateColumn(field));
  return (document) => {
    const value = numbers?.[document] ?? Number.NaN;
    if (value >= number.from && value <= number.to) return true;
    const at = moments?.[document] ?? Number.NaN;
    return at >= moment.from && at < moment.to;
  };
}
