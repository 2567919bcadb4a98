import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBDataChunk, INTEGER, VARCHAR } from '@duckdb/node-api';
import type { DataStructure } from '../../model/structure.ts';
import { batchFolder, type Folders } from './folders.ts';
import { moveIntoPlace } from './durable.ts';
import { identifier, identifiers, literal } from './sql-text.ts';
import { stagedColumns } from './columns.ts';
import type { Workshop } from './workshop.ts';

/** Rows that are not used: with an error, or the same figure with the same value as another row, which is the one used. */
export type Mark = 'rejected' | 'repeated';

export interface BatchCounts {
  readonly rows: number;
  readonly observations: number;
  readonly suppressed: number;
  readonly rejected: number;
}

export const asParquet = '(FORMAT parquet, COMPRESSION zstd)';
const draft = 'batch';

/** Where the original cells go in the draft of a batch: written once, where they stay. */
export async function originalFile(workshop: Workshop): Promise<string> {
  const folder = join(workshop.folder, draft);
  await mkdir(folder, { recursive: true });
  return join(folder, 'rows.parquet');
}

/** Sorts what is staged by key, period and row into the batch's `observations.parquet`, and opens it as the view `sorted`. */
export async function sortStaged(workshop: Workshop, structure: DataStructure): Promise<void> {
  const folder = join(workshop.folder, draft);
  await mkdir(folder, { recursive: true });
  const columns = identifiers(stagedColumns(structure));
  const file = literal(join(folder, 'observations.parquet'));
  const { numbered, order } = await numberTexts(workshop, structure);
  await workshop.run(
    `COPY (SELECT _row, _kind, _action, ${columns} FROM (SELECT * ${numbered.length === 0 ? '' : `REPLACE (${numbered.join(', ')})`} FROM staged) ORDER BY ${order}, _row) TO ${file} ${asParquet}`,
  );
  await workshop.run(`CREATE VIEW sorted AS SELECT * FROM read_parquet(${file})`);
}

/** More keys than this have no number that a BIGINT holds. */
const mostKeys = 2 ** 62;

/**
 * The coded columns of `staged` as numbers of their sorted texts (ENUM), and the key and period as one number to sort by:
 * a third of the work of sorting and writing texts, with the same rows in the same order.
 */
async function numberTexts(
  workshop: Workshop,
  { dimensions, attributes }: DataStructure,
): Promise<{ numbered: readonly string[]; order: string }> {
  const key = [...dimensions.map(({ id }) => id), 'TIME_PERIOD'];
  const coded = attributes.filter(({ codelist }) => codelist !== undefined).map(({ id }) => id);
  const numbered: string[] = [];
  let order = '0::BIGINT';
  let keys = 1;
  for (const [place, id] of [...key, ...coded].entries()) {
    const column = identifier(id);
    // A column without a text has nothing to number, and nothing to sort by.
    const [some] = await workshop.rows(`SELECT 1 FROM staged WHERE ${column} IS NOT NULL LIMIT 1`);
    if (some === undefined) continue;
    const type = `texts_${place}`;
    await workshop.run(
      `CREATE OR REPLACE TYPE ${type} AS ENUM (SELECT DISTINCT ${column} FROM staged WHERE ${column} IS NOT NULL ORDER BY 1)`,
    );
    numbered.push(`${column}::${type} AS ${column}`);
    if (place >= key.length) continue;
    const [count] = await workshop.rows(`SELECT len(enum_range(NULL::${type}))::DOUBLE AS n`);
    const different = Number(count?.['n']);
    // What has no text comes last.
    order = `(${order}) * ${different + 1} + coalesce(enum_code(${column}), ${different})`;
    keys *= different + 1;
  }
  const plain = identifiers(key);
  return { numbered, order: keys < mostKeys ? order : plain };
}

/** Records which rows are not used, as `marks.parquet`, and counts the batch. */
export async function markRows(workshop: Workshop, marks: ReadonlyMap<number, Mark>): Promise<BatchCounts> {
  await workshop.run('CREATE TABLE marks (_row INTEGER, state VARCHAR)');
  const appender = await workshop.connection.createAppender('marks');
  const all = [...marks];
  for (let from = 0; from < all.length; from += 2048) {
    const part = all.slice(from, from + 2048);
    const chunk = DuckDBDataChunk.create([INTEGER, VARCHAR], part.length);
    chunk.setColumns([part.map(([row]) => row), part.map(([, state]) => state)]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  await workshop.run(
    `COPY (SELECT * FROM marks ORDER BY _row) TO ${literal(join(workshop.folder, draft, 'marks.parquet'))} ${asParquet}`,
  );
  const [counts] = await workshop.rows(`SELECT count(*)::DOUBLE AS r, count(*) FILTER (state = 'rejected')::DOUBLE AS x,
    count(*) FILTER (_kind = 1 AND state IS DISTINCT FROM 'rejected')::DOUBLE AS s FROM sorted LEFT JOIN marks USING (_row)`);
  const [rows, rejected, suppressed] = [Number(counts?.['r']), Number(counts?.['x']), Number(counts?.['s'])];
  return { rows, observations: rows - rejected - suppressed, suppressed, rejected };
}

/**
 * Moves the batch into place whole: `observations.parquet`, `marks.parquet`, and `rows.parquet` with the original cells
 * as `c0`, `c1` …
 */
export async function keepBatch(workshop: Workshop, folders: Folders, batch: string): Promise<void> {
  await moveIntoPlace(join(workshop.folder, draft), batchFolder(folders, batch));
}
