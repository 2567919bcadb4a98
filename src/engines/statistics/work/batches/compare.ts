import type { DataStructure } from '../../model/structure.ts';
import { identifier, identifiers } from '../../store/cube/sql-text.ts';
import { stagedColumns } from '../../store/cube/columns.ts';
import type { Workshop } from '../../store/cube/workshop.ts';

export interface Change {
  readonly change: 'new' | 'revised' | 'gone';
  /** Codes by dimension, with TIME_PERIOD. */
  readonly key: Readonly<Record<string, string>>;
  readonly before: number | null;
  readonly after: number | null;
}

export interface Changes {
  readonly new: number;
  readonly revised: number;
  readonly gone: number;
  readonly same: number;
  /** The first of them: gone and revised before new, by key. */
  readonly first: readonly Change[];
}

/** Compares two states of a flow, given as SQL relations with its columns. `revised`: the value or an attribute differs. */
export async function compare(
  workshop: Workshop,
  structure: DataStructure,
  { before, after, most = 100 }: { before: string | undefined; after: string | undefined; most?: number },
): Promise<Changes> {
  const own = stagedColumns(structure);
  const key = [...structure.dimensions.map(({ id }) => id), 'TIME_PERIOD'];
  const match = key.map((id) => `o.${identifier(id)} = n.${identifier(id)}`).join(' AND ');
  const same = own.map((id) => `o.${identifier(id)} IS NOT DISTINCT FROM n.${identifier(id)}`).join(' AND ');
  const nothing = `(SELECT ${own.map((id) => `NULL::${id === 'OBS_VALUE' ? 'DOUBLE' : 'VARCHAR'} AS ${identifier(id)}`).join(', ')} WHERE false)`;
  await workshop.run(
    `CREATE OR REPLACE TEMP TABLE compared AS
     SELECT CASE WHEN o.TIME_PERIOD IS NULL THEN 'new' WHEN n.TIME_PERIOD IS NULL THEN 'gone' WHEN ${same} THEN 'same' ELSE 'revised' END AS change,
       ${key.map((id) => `coalesce(n.${identifier(id)}, o.${identifier(id)}) AS ${identifier(id)}`).join(', ')},
       o.OBS_VALUE AS value_before, n.OBS_VALUE AS value_after
     FROM ${before ?? nothing} o FULL JOIN ${after ?? nothing} n ON ${match}`,
  );
  const counts = await workshop.rows('SELECT change, count(*)::DOUBLE AS n FROM compared GROUP BY 1');
  const of = (change: string): number => Number(counts.find((row) => row['change'] === change)?.['n'] ?? 0);
  const rows = await workshop.rows(
    `SELECT * FROM compared WHERE change <> 'same' ORDER BY change = 'new', change, ${identifiers(key)} LIMIT ${most}`,
  );
  return {
    new: of('new'),
    revised: of('revised'),
    gone: of('gone'),
    same: of('same'),
    first: rows.map((row) => ({
      change: row['change'] === 'new' || row['change'] === 'gone' ? row['change'] : 'revised',
      key: Object.fromEntries(key.map((id) => [id, typeof row[id] === 'string' ? row[id] : ''])),
      before: typeof row['value_before'] === 'number' ? row['value_before'] : null,
      after: typeof row['value_after'] === 'number' ? row['value_after'] : null,
    })),
  };
}
