import type { SearchDocument } from '../document.ts';
import { growingNumbers } from './growing.ts';
import { firstMoment } from './instant.ts';
import type { FacetColumn } from './segment.ts';
import { growingStrings } from './string-table.ts';

export interface Columns {
  readonly facets: ReadonlyMap<string, FacetColumn>;
  readonly numbers: ReadonlyMap<string, Float64Array>;
}

/** Dates stand among the numbers under a name that no number has. */
export const dateColumn = (name: string): string => `@${name}`;

interface Growing {
  readonly codes: Map<string, number>;
  readonly documents: ReturnType<typeof growingNumbers>;
  readonly values: ReturnType<typeof growingNumbers>;
}

/** Collects facets, numbers and dates of documents given in ascending order. */
export function columnsBuilder(): {
  add(number: number, document: SearchDocument): void;
  finished(count: number): Columns;
} {
  const facets = new Map<string, Growing>();
  const numbers = new Map<string, Map<number, number>>();
  const addValue = (number: number, facet: string, value: string): void => {
    let column = facets.get(facet);
    if (column === undefined)
      facets.set(facet, (column = { codes: new Map(), documents: growingNumbers(), values: growingNumbers() }));
    let code = column.codes.get(value);
    if (code === undefined) column.codes.set(value, (code = column.codes.size));
    column.documents.push(number);
    column.values.push(code);
  };
  const addNumber = (number: number, name: string, value: number): void => {
    if (Number.isNaN(value)) return;
    const column = numbers.get(name) ?? new Map<number, number>();
    numbers.set(name, column.set(number, value));
  };
  return {
    add(number, document) {
      for (const [facet, values] of facetsOf(document)) for (const value of values) addValue(number, facet, value);
      for (const [name, value] of Object.entries(document.numbers ?? {})) addNumber(number, name, value);
      for (const [name, date] of Object.entries(document.dates ?? {}))
        addNumber(number, dateColumn(name), firstMoment(date));
      if (document.published !== undefined) addNumber(number, dateColumn('published'), firstMoment(document.published));
    },
    finished: (count) => ({
      facets: new Map([...facets].map(([name, column]) => [name, finishFacet(column, count)])),
      numbers: new Map(
        [...numbers].map(([name, values]) => {
          const column = new Float64Array(count).fill(Number.NaN);
          for (const [number, value] of values) column[number] = value;
          return [name, column];
        }),
      ),
    }),
  };
}

/** Facets of a document with those of its restricted parts; its kind is one. */
export function facetsOf(document: SearchDocument): ReadonlyMap<string, ReadonlySet<string>> {
  const all = new Map<string, Set<string>>([['kind', new Set([document.kind])]]);
  for (const content of [document, ...(document.restricted ?? [])]) {
    for (const [facet, values] of Object.entries(content.facets ?? {})) {
      const known = all.get(facet) ?? new Set();
      for (const value of values) known.add(value);
      all.set(facet, known);
    }
  }
  return all;
}

function finishFacet({ codes, documents, values }: Growing, count: number): FacetColumn {
  const names = [...codes.keys()].sort();
  const table = growingStrings();
  const rank = new Uint32Array(codes.size);
  for (const [nth, name] of names.entries()) {
    table.push(name);
    rank[codes.get(name)!] = nth;
  }
  const starts = new Uint32Array(count + 1);
  for (let at = 0; at < documents.length; at += 1) starts[documents.values[at]! + 1]! += 1;
  for (let at = 0; at < count; at += 1) starts[at + 1]! += starts[at]!;
  const narrow = narrowest(names.length, values.length);
  for (let at = 0; at < values.length; at += 1) narrow[at] = rank[values.values[at]!]!;
  const single = values.length === count && starts.every((start, at) => start === at);
  return { values: table.finished(), starts: single ? undefined : starts, codes: narrow };
}

/** An array for `length` codes of so many values. */
export function narrowest(values: number, length: number): FacetColumn['codes'] {
  if (values <= 256) return new Uint8Array(length);
  return values <= 65_536 ? new Uint16Array(length) : new Uint32Array(length);
}
