import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { DataStructure } from '../../model/structure.ts';
import { batchFolder, type Folders } from './folders.ts';
import { identifiers, literal } from './sql-text.ts';
import { stagedColumns } from './columns.ts';
import type { Workshop } from './workshop.ts';

/** An accepted batch as the relation needs it. */
export interface AcceptedBatch {
  readonly id: string;
  /** Who may read its figures once released. */
  readonly figures_audience: string;
}

export interface AcceptedState {
  readonly sql: string;
  /** By key and period already. */
  readonly sorted: boolean;
}

/**
 * SQL of a flow's accepted state: of each key and period the row of the batch accepted last, unless that row deletes it.
 * Columns: the flow's own, `_batch`, `_row`, `_audience`. Derived anew each time, so nothing can be half-written.
 */
export async function acceptedRelation(
  workshop: Workshop,
  folders: Folders,
  structure: DataStructure,
  batches: readonly AcceptedBatch[],
): Promise<AcceptedState> {
  const own = identifiers(stagedColumns(structure).map((id) => id));
  const parts: string[] = [];
  let plain = batches.length === 1;
  for (const [order, { id, figures_audience: audience }] of batches.entries()) {
    const folder = batchFolder(folders, id);
    if (!existsSync(join(folder, 'observations.parquet'))) throw missingFiles(id);
    const observations = `read_parquet(${literal(join(folder, 'observations.parquet'))})`;
    const marks = `read_parquet(${literal(join(folder, 'marks.parquet'))})`;
    const [facts] = await workshop.rows(
      `SELECT (SELECT count(*) FROM ${marks})::DOUBLE AS marked, bool_or(_action = 'D') AS deletes FROM ${observations}`,
    );
    if (Number(facts?.['marked']) > 0 || facts?.['deletes'] === true) plain = false;
    const unmarked = Number(facts?.['marked']) > 0 ? `AND _row NOT IN (SELECT _row FROM ${marks})` : '';
    parts.push(
      `SELECT ${own}, ${literal(id)} AS _batch, _row, ${literal(audience)} AS _audience, ${order} AS _order, _action FROM ${observations} WHERE _kind < 2 ${unmarked}`,
    );
  }
  const visible = `${own}, _batch, _row, _audience`;
  const all = parts.length === 1 ? (parts[0] ?? '') : parts.join(' UNION ALL ');
  // One clean batch is sorted already; so nothing is sorted or grouped for it.
  if (plain) return { sql: `(SELECT ${visible} FROM (${all}))`, sorted: true };
  const key = identifiers([...structure.dimensions.map(({ id }) => id), 'TIME_PERIOD']);
  const latest = `QUALIFY row_number() OVER (PARTITION BY ${key} ORDER BY _order DESC, _row DESC) = 1`;
  const kept = batches.length === 1 ? all : `SELECT * FROM (${all}) ${latest}`;
  return { sql: `(SELECT ${visible} FROM (${kept}) WHERE _action <> 'D')`, sorted: false };
}

function missingFiles(batch: string): Problem {
  return new Problem(
    'unavailable',
    say(
      'The files of the accepted batch {batch} are not in the data folder. Restore them from a backup, or take the acceptance back and import the file again.',
      { batch },
    ),
  );
}
