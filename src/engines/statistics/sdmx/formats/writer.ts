import type { Language } from '#kernel/i18n/say.ts';
import type { DataSet } from '../data/data-set.ts';
import type { Group, ScanColumn } from '../data/group.ts';
import type { Layout } from '../data/layout.ts';
import type { AttributePart, Scan, ScanBatch } from '../data/scan.ts';
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

/** Whether observations stand by themselves, not in series. */
export function isFlat(layout: Layout): boolean {
  return layout.atObservation === 'AllDimensions' && !layout.keysOnly;
}

/** How a value of a component is written; `undefined` is no value. */
export type Cell = (value: string | undefined) => string;

/** Groups with few values are looked up; of the others, neighbours are alike. */
const mostRemembered = 4096;

/** Turns a group's numbers into text, each value and each frequent number once. */
export function groupText(group: Group, cellOf: (column: ScanColumn) => Cell, glue = ''): (code: number) => string {
  const cells = group.columns.map((column) => {
    const make = cellOf(column);
    const known: string[] = [];
    return (index: number) => (known[index] ??= make(index === 0 ? undefined : column.values[index]));
  });
  const indexes: number[] = [];
  const known = new Map<number, string>();
  let last = -1;
  let text = '';
  return (code) => {
    if (code === last) return text;
    last = code;
    const found = known.get(code);
    if (found !== undefined) return (text = found);
    group.split(code, indexes);
    text = '';
    for (let place = 0; place < cells.length; place += 1)
      text += (place === 0 ? '' : glue) + (cells[place]?.(indexes[place] ?? 0) ?? '');
    if (known.size < mostRemembered) known.set(code, text);
    return text;
  };
}

/** Turns a row's attributes into text. */
export function attributesText(
  parts: readonly AttributePart[],
  cellOf: (column: Pick<ScanColumn, 'id' | 'codelist'>) => Cell,
  glue = '',
): (batch: ScanBatch, row: number) => string {
  const writers = parts.map((part) => {
    if ('text' in part) {
      const write = cellOf({ id: part.text });
      return (cells: Cells | undefined, row: number) => {
        const cell = cells?.[row];
        return write(typeof cell === 'string' ? cell : undefined);
      };
    }
    const write = groupText(part.group, cellOf, glue);
    return (cells: Cells | undefined, row: number) => {
      const cell = cells?.[row];
      return typeof cell === 'number' ? write(cell) : '';
    };
  });
  return ({ attributes }, row) => {
    let text = '';
    for (let place = 0; place < writers.length; place += 1)
      text += (place === 0 ? '' : glue) + (writers[place]?.(attributes[place], row) ?? '');
    return text;
  };
}

type Cells = ScanBatch['attributes'][number];
