import type { Generated } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';

export type BatchStatus = 'staged' | 'accepted' | 'rejected' | 'undone';

export type StatisticsTables = {
  statistics_flows: { id: string; definition: string; made_at: Date; made_by: string };
  statistics_batches: {
    id: string;
    flow: string;
    mapping: string;
    mapping_version: string | null;
    reads: string | null;
    file_name: string;
    file_sha256: string;
    header_row: number;
    columns: string;
    rows: number;
    observations: number;
    suppressed: number;
    rejected: number;
    status: BatchStatus;
    accepted_order: number | null;
    imported_by: string;
    imported_role: string;
    imported_at: Date;
    audience: string;
    figures_audience: string;
  };
  statistics_acts: {
    id: Generated<number>;
    batch: string;
    act: 'accepted' | 'rejected' | 'undone';
    note: string | null;
    by_account: string;
    by_role: string;
    at: Date;
    audience: string;
  };
  statistics_findings: {
    id: Generated<number>;
    batch: string;
    flow: string;
    rule: string;
    severity: 'error' | 'warning' | 'info';
    source_row: number | null;
    source_column: string | null;
    key: string;
    series: string | null;
    period: string | null;
    state: string | null;
    message: string;
    said: string;
    audience: string;
  };
  statistics_answers: {
    id: Generated<number>;
    finding: number;
    body: string;
    by_account: string;
    by_role: string;
    at: Date;
    state: string | null;
    audience: string;
  };
  statistics_releases: {
    flow: string;
    release: number;
    note: string | null;
    sha256: string;
    restricted_sha256: string | null;
    observations: number;
    restricted: number;
    added: number;
    revised: number;
    gone: number;
    structure: string;
    citation: string;
    embargo_until: Date | null;
    released_by: string;
    released_role: string;
    released_at: Date;
    withdrawn_by: string | null;
    withdrawn_at: Date | null;
    withdrawn_reason: string | null;
    audience: string;
    hidden: string | null;
    licence: string | null;
    publisher: string | null;
  };
};

/** The engine's tables on a handle or a transaction. JSON columns are written as text and read as values. */
export const tables = (handle: Handle) => handle.withTables<StatisticsTables>();
