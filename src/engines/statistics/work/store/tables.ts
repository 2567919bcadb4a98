import type { Generated } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import type { StatisticsTables } from '../../store/tables.ts';

export type RunState = 'waiting' | 'running' | 'done' | 'failed';
export type Mark = 'accepted-as-is' | 'to-be-corrected' | 'reopened';

export type WorkTables = {
  statistics_imports: {
    id: string;
    token: string;
    by_account: string;
    by_role: string;
    flow: string;
    mapping: string | null;
    file_name: string;
    file_sha256: string;
    file_size: number;
    dry_run: boolean;
    accept: boolean;
    state: RunState;
    doing: string | null;
    rows: number;
    begun_at: Date;
    seen_at: Date;
    ended_at: Date | null;
    batch: string | null;
    result: string | null;
    problem: string | null;
    audience: string;
  };
  statistics_finding_marks: {
    id: Generated<number>;
    finding: number;
    mark: Mark;
    reason: string;
    by_account: string;
    by_role: string;
    at: Date;
    state: string | null;
    audience: string;
  };
  statistics_requests: {
    by_account: string;
    key: string;
    fingerprint: string;
    begun_at: Date;
    status: number | null;
    answer: string | null;
  };
};

/** The workspace's tables beside the engine's. JSON columns are written as text and read as values. */
export const workTables = (handle: Handle) => handle.withTables<StatisticsTables & WorkTables>();
