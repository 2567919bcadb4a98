import { sql } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import type { FindingRow } from './findings.ts';
import { tables } from './tables.ts';

/** Findings beyond these would hide what they are about. */
const most = 10_000;

/** Findings about any of these series of a flow (keys without period, codes joined by points), errors first. */
export async function selectFindingsOfSeries(
  transaction: Handle,
  flow: string,
  series: readonly string[],
): Promise<readonly FindingRow[]> {
  if (series.length === 0) return [];
  return tables(transaction)
    .selectFrom('statistics_findings')
    .selectAll()
    .where('flow', '=', flow)
    .where(sql<boolean>`series = any(${[...series]}::text[])`)
    .orderBy(sql`array_position(array['error', 'warning', 'info'], severity)`)
    .orderBy('id')
    .limit(most)
    .execute();
}
