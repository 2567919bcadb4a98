import type { Codelist } from '../../../model/structure.ts';
import type { Group } from '../../data/group.ts';
import type { ReadySet } from '../writer.ts';

type CellOf = (column: { readonly id: string; readonly codelist?: Codelist }) => (value: string | undefined) => string;

/** One row of a data set whose structure has other components than the table it stands in. */
export interface MixedRow {
  /** Dimensions without time, joined as SERIES_KEY has them. */
  readonly key: string;
  readonly period: string | undefined;
  readonly number: number;
  /** Cell of a component, with the comma before it; undefined where the structure does not have it. */
  cell(id: string): string | undefined;
}

/** Reads a data set row by row and component by component: slower than by group, for tables of several structures. */
export async function* mixedRows(ready: ReadySet, cellOf: CellOf): AsyncGenerator<MixedRow> {
  const scan = ready.open();
  for await (const batch of scan.batches) {
    for (let row = 0; row < batch.rows; row += 1) {
      const cells = new Map<string, string>();
      const take = (group: Group, code: number) => {
        const indexes: number[] = [];
        group.split(code, indexes);
        return group.columns.map((column, place) => {
          const index = indexes[place] ?? 0;
          const value = index === 0 ? undefined : column.values[index];
          cells.set(column.id, cellOf(column)(value));
          return value ?? '';
        });
      };
      const key = take(scan.key, batch.key[row] ?? 0).join('.');
      const [period] = take(scan.observation, batch.observation[row] ?? 0);
      for (const [place, part] of scan.attributes.entries()) {
        const cell = batch.attributes[place]?.[row];
        if ('group' in part) take(part.group, typeof cell === 'number' ? cell : 0);
        else cells.set(part.text, cellOf({ id: part.text })(typeof cell === 'string' ? cell : undefined));
      }
      yield { key, period, number: batch.numbers[row] ?? Number.NaN, cell: (id) => cells.get(id) };
    }
  }
}
