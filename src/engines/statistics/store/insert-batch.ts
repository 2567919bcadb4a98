import { sql } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import { findArea } from '#reference/index.ts';
import type { Finding } from '../checks/finding.ts';
import { english } from '../english.ts';
import type { DataStructure } from '../model/structure.ts';
import { tables, type StatisticsTables } from './tables.ts';

type NewBatch = Omit<StatisticsTables['statistics_batches'], 'status' | 'accepted_order'>;

/** Findings that go into one statement: large enough to be fast, small enough for any server's message limit. */
const portion = 2000;

/** Records a staged batch with all its findings, in the caller's transaction. */
export async function insertBatch(
  transaction: Handle,
  batch: NewBatch,
  structure: DataStructure,
  findings: readonly Finding[],
): Promise<void> {
  await tables(transaction)
    .insertInto('statistics_batches')
    .values({ ...batch, status: 'staged', accepted_order: null })
    .execute();
  const dimensions = structure.dimensions.map(({ id }) => id);
  for (let from = 0; from < findings.length; from += portion) {
    const rows = findings.slice(from, from + portion).map((finding) => findingRow(finding, dimensions));
    await sql`insert into statistics_findings
        (batch, flow, rule, severity, source_row, source_column, key, series, period, state, message, said, audience)
      select ${batch.id}, ${batch.flow}, rule, severity, source_row, source_column, key, series, period, state, message, said, ${batch.audience}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f (rule text, severity text, source_row integer,
        source_column text, key jsonb, series text, period text, state text, message text, said jsonb)`.execute(
      transaction,
    );
  }
}

function findingRow({ rule, severity, row, column, key, said }: Finding, dimensions: readonly string[]) {
  const codes = dimensions.map((id) => key[id]);
  return {
    rule,
    severity,
    source_row: row ?? null,
    source_column: column ?? null,
    key,
    series: codes.every((code) => code !== undefined) ? codes.join('.') : null,
    period: key['TIME_PERIOD'] ?? null,
    state: stateOf(key['REF_AREA']),
    message: english(said),
    said,
  };
}

/** The State that can answer: a country itself, or the one that a part belongs to. */
function stateOf(area: string | undefined): string | null {
  const found = area === undefined ? undefined : findArea(area);
  if (found === undefined || found.kind === 'aggregate') return null;
  return found.kind === 'country' ? found.id : found.parent;
}
