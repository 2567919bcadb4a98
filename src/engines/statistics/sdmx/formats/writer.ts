import type { Language } from '#kernel/i18n/say.ts';
import type { DataSet } from '../data/data-set.ts';
import type { Layout } from '../data/layout.ts';
import type { Scan, ScanColumn } from '../data/scan.ts';
import type { MessageHead } from './xml/header.ts';

/** A data set about to be written. */
export interface ReadySet {
  readonly set: DataSet;
  readonly layout: Layout;
  /** Starts reading; called once, when the set's turn comes. */
  readonly open: () => Scan;
}

export interface WriteContext {
  readonly head: MessageHead;
  /** Language of names, for the formats that show one language. */
  readonly language: Language;
  /** Address of the service, before `/rest` and `/v2`. */
  readonly serviceUrl: string;
}

/** Writes an answer piece by piece. */
export type DataWriter = (sets: readonly ReadySet[], context: WriteContext) => AsyncGenerator<string>;

/** Turns a cell's code into text once per value, and from then on by look-up. Code 0 (no value) is `empty`. */
export function fragments(column: ScanColumn, make: (value: string) => string, empty = ''): (code: number) => string {
  if (column.free) return (code) => (code === 0 ? empty : make(column.values[code] ?? ''));
  const known: string[] = [empty];
  return (code) => (known[code] ??= make(column.values[code] ?? ''));
}

/** Places of columns in a scan: of the series' key, of what stands at the observation, and of the attributes. */
export interface Places {
  readonly series: readonly number[];
  readonly observation: readonly number[];
  readonly attributes: readonly number[];
}

export function placesOf(scan: Scan, layout: Layout): Places {
  const dimensions = scan.columns.map((_, index) => index).slice(0, scan.dimensions);
  if (layout.keysOnly) return { series: dimensions, observation: [], attributes: [] };
  const keys = [...dimensions, scan.dimensions];
  const attributes = scan.columns.map((_, index) => index).slice(scan.dimensions + 1);
  if (layout.atObservation === 'AllDimensions') return { series: [], observation: keys, attributes };
  const at = keys.filter((index) => scan.columns[index]?.id === layout.atObservation);
  return { series: keys.filter((index) => !at.includes(index)), observation: at, attributes };
}

/** Whether a row begins another series than the row before it; `last` holds the codes of that row and is brought up to date. */
export function startsSeries(
  codes: readonly Uint32Array[],
  series: readonly number[],
  row: number,
  last: Int32Array,
): boolean {
  let changed = false;
  for (let index = 0; index < series.length; index += 1) {
    const code = codes[series[index] ?? 0]?.[row] ?? 0;
    if (last[index] !== code) {
      last[index] = code;
      changed = true;
    }
  }
  return changed;
}
