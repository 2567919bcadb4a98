import type { Message } from '#kernel/i18n/say.ts';
import { join } from 'node:path';
import { authorize } from '#kernel/policy/index.ts';
import type { StatisticsContext } from '../../context.ts';
import type { ReleasedStore } from '../../model/released.ts';
import { statisticsOperations } from '../../operations.ts';
import { findBatch, noSuchBatch } from '../../store/batches.ts';
import { batchFolder, foldersOf } from '../../store/cube/folders.ts';
import { literal } from '../../store/cube/sql-text.ts';
import { selectFindings } from '../../store/findings.ts';

export interface RejectedRow {
  /** Row in the file, as a spreadsheet program numbers it. */
  readonly row: number;
  /** In the order of `columns`; empty where the file has nothing. */
  readonly cells: readonly string[];
  readonly reasons: readonly Message[];
}

export interface RejectedRows {
  readonly columns: readonly string[];
  readonly rows: readonly RejectedRow[];
}

/** Rows of a batch that were not used, with their cells as they were in the file and the errors that say why. */
export async function rejectedRows(
  context: StatisticsContext,
  store: Pick<ReleasedStore, 'rows'>,
  id: string,
  { offset = 0, limit = 50 }: { offset?: number; limit?: number } = {},
): Promise<RejectedRows> {
  authorize(context.actor, statisticsOperations.batches);
  const batch = await context.database.as(context.actor, (transaction) => findBatch(transaction, id));
  if (batch === undefined) throw noSuchBatch(id);
  const headers: unknown = batch.columns;
  const columns = Array.isArray(headers) ? headers.map(String) : [];
  if (batch.rejected === 0) return { columns, rows: [] };
  const folder = batchFolder(foldersOf(context.dataFolder), id);
  const read = (name: string): string => `read_parquet(${literal(join(folder, name))})`;
  const found = await store.rows(
    `SELECT r.* FROM ${read('rows.parquet')} r JOIN ${read('marks.parquet')} m USING (_row)
     WHERE m.state = 'rejected' ORDER BY r._row LIMIT ? OFFSET ?`,
    [limit, offset],
  );
  return context.database.as(context.actor, async (transaction) => {
    const rows: RejectedRow[] = [];
    for (const cells of found) {
      const row = Number(cells['_row']);
      const errors = await selectFindings(transaction, { batch: id, row, severity: 'error' });
      rows.push({
        row,
        cells: columns.map((_, place) => textOf(cells[`c${place}`])),
        // JSON columns come back as values; the engine itself wrote them.
        reasons: errors.map(({ said }) => said as unknown as Message),
      });
    }
    return { columns, rows };
  });
}

const textOf = (cell: unknown): string => (typeof cell === 'string' ? cell : '');
