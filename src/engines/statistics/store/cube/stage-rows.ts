import type { DuckDBType } from '@duckdb/node-api';
import { DOUBLE, DuckDBDataChunk, INTEGER, UTINYINT, VARCHAR } from '@duckdb/node-api';
import type { StagedRow } from '../../import/staged-row.ts';
import type { DataStructure } from '../../model/structure.ts';
import { stagedColumns } from './columns.ts';
import { identifier, literal } from './sql-text.ts';
import type { Workshop } from './workshop.ts';
import { asParquet, originalFile } from './write-batch.ts';

/** SDMX's action for a figure that takes the place of an earlier one of its key and period. */
const replace = 'R';
/** Rows of one DuckDB vector. */
const portion = 2048;

/** Writes staged rows into the table `staged` of a workshop, and their original cells into the draft of the batch. */
export interface Stager {
  add(row: StagedRow): void;
  finish(): Promise<void>;
}

export async function openStager(
  workshop: Workshop,
  structure: DataStructure,
  headers: readonly string[],
): Promise<Stager> {
  const columns = stagedColumns(structure).map(
    (id) => `${identifier(id)} ${id === 'OBS_VALUE' ? 'DOUBLE' : 'VARCHAR'}`,
  );
  await workshop.run(`CREATE TABLE staged (_row INTEGER, _kind UTINYINT, _action VARCHAR, ${columns.join(', ')})`);
  const cells = headers.map((_, place) => `c${place} VARCHAR`);
  await workshop.run(`CREATE TABLE original (_row INTEGER${cells.map((cell) => `, ${cell}`).join('')}, more VARCHAR)`);
  const staged = await columnWriter(workshop, 'staged', [
    INTEGER,
    UTINYINT,
    VARCHAR,
    ...stagedColumns(structure).map((id) => (id === 'OBS_VALUE' ? DOUBLE : VARCHAR)),
  ]);
  const original = await columnWriter(workshop, 'original', [INTEGER, ...headers.map(() => VARCHAR), VARCHAR]);
  return {
    add({ row, kind, dimensions, period, value, attributes, cells: texts }) {
      const own = headers.map((_, place) => text(texts[place]));
      const more = texts.slice(headers.length).map(String).join('\t');
      staged.add([row, kind, replace, ...dimensions, period, Number.isNaN(value) ? undefined : value, ...attributes]);
      original.add([row, ...own, more === '' ? undefined : more]);
    },
    async finish() {
      staged.close();
      original.close();
      const file = literal(await originalFile(workshop));
      await workshop.run(`COPY (SELECT * FROM original) TO ${file} ${asParquet}`);
      await workshop.run('DROP TABLE original');
    },
  };
}

const text = (cell: string | number | undefined): string | undefined =>
  cell === undefined || cell === '' ? undefined : String(cell);

type Value = string | number | undefined;

/** Appends by column, a vector at a time: many times faster than value by value. */
async function columnWriter(workshop: Workshop, table: string, types: readonly DuckDBType[]) {
  const appender = await workshop.connection.createAppender(table);
  let columns: (string | number | null)[][] = types.map(() => []);
  const flush = (): void => {
    const rows = columns[0]?.length ?? 0;
    if (rows === 0) return;
    const chunk = DuckDBDataChunk.create(types, rows);
    chunk.setColumns(columns);
    appender.appendDataChunk(chunk);
    columns = types.map(() => []);
  };
  return {
    add(values: readonly Value[]): void {
      for (let place = 0; place < values.length; place++) columns[place]?.push(values[place] ?? null);
      if (columns[0]?.length === portion) flush();
    },
    close(): void {
      flush();
      appender.closeSync();
    },
  };
}
