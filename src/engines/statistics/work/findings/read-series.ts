import { join } from 'node:path';
import type { StatisticsContext } from '../../context.ts';
import type { ReleasedStore } from '../../model/released.ts';
import type { DataStructure } from '../../model/structure.ts';
import type { BatchRow } from '../../store/batches.ts';
import { batchFolder, foldersOf } from '../../store/cube/folders.ts';
import { identifier, literal } from '../../store/cube/sql-text.ts';
import type { FoundFinding } from './matching.ts';

export interface SeriesPoint {
  readonly period: string;
  readonly value: number | null;
  readonly status: string;
  /** Row in the file. */
  readonly row: number;
}

const most = 2000;

/**
 * The series of a finding as its batch gives it, by period, rejected figures too. Figures that are not for everyone only where
 * `all`. Empty where the finding is about no single series.
 */
export async function readSeries(
  context: StatisticsContext,
  store: Pick<ReleasedStore, 'rows'>,
  { dimensions }: DataStructure,
  { batch, key }: Pick<FoundFinding, 'batch' | 'key'>,
  all: boolean,
): Promise<readonly SeriesPoint[]> {
  const codes = dimensions.flatMap(({ id }) => key[id] ?? []);
  if (codes.length !== dimensions.length) return [];
  const file = join(batchFolder(foldersOf(context.dataFolder), batch), 'observations.parquet');
  const where = dimensions.map(({ id }) => `${identifier(id)} = ?`).join(' AND ');
  const rows = await store.rows(
    `SELECT TIME_PERIOD, OBS_VALUE, OBS_STATUS, _row FROM read_parquet(${literal(file)})
     WHERE ${where} AND TIME_PERIOD IS NOT NULL AND (OBS_VALUE IS NOT NULL OR _kind = 1) ${all ? '' : "AND CONF_STATUS = 'F'"}
     ORDER BY TIME_PERIOD, _row LIMIT ${most}`,
    codes,
  );
  return rows.map((row) => ({
    period: String(row['TIME_PERIOD']),
    value: typeof row['OBS_VALUE'] === 'number' ? row['OBS_VALUE'] : null,
    status: typeof row['OBS_STATUS'] === 'string' ? row['OBS_STATUS'] : 'A',
    row: Number(row['_row']),
  }));
}

/** The cells of one row as they were in the file, by column header; empty ones are left out. */
export async function readCells(
  context: StatisticsContext,
  store: Pick<ReleasedStore, 'rows'>,
  batch: Pick<BatchRow, 'id' | 'columns'>,
  row: number,
): Promise<readonly { readonly column: string; readonly text: string }[]> {
  const file = join(batchFolder(foldersOf(context.dataFolder), batch.id), 'rows.parquet');
  const [cells] = await store.rows(`SELECT * FROM read_parquet(${literal(file)}) WHERE _row = ?`, [row]);
  const headers: unknown = batch.columns;
  if (cells === undefined || !Array.isArray(headers)) return [];
  return headers.map((column, place) => {
    const text = cells[`c${place}`];
    return { column: String(column), text: typeof text === 'string' ? text : '' };
  });
}
