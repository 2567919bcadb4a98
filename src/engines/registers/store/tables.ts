import type { ColumnType } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import type { Audience } from '#kernel/policy/index.ts';
import type { Data } from './split-record.ts';

export type Act = 'made' | 'saved' | 'moved' | 'restored' | 'imported' | 'undone';

type Json<T> = ColumnType<T, string, string>;

interface Written {
  register: string;
  record: string;
}

interface FoundByColumns extends Written {
  field: string;
  value: string;
  language: string | null;
  number: string | null;
  low: string | null;
  high: string | null;
  target: string | null;
  audience: string;
}

export type RegisterTables = {
  register_records: {
    register: string;
    id: string;
    version: number;
    change: string;
    seq: number;
    state: string;
    country: string | null;
    demonstration: boolean;
    audience: Audience;
    own_state: Audience | null;
    title: Json<unknown>;
    data: Json<Data>;
    words: string;
    reason: string | null;
    made_at: Date;
    made_by: string;
    made_role: string;
    changed_at: Date;
    changed_by: string;
    changed_role: string;
  };
  register_versions: Written & {
    version: number;
    change: string;
    seq: number;
    act: Act;
    move: string | null;
    state: string;
    reason: string | null;
    title: Json<unknown>;
    data: Json<Data>;
    by_account: string;
    by_role: string;
    at: Date;
    audience: Audience;
    own_state: Audience | null;
  };
  register_parts: Written & {
    audience: Audience;
    seq: number;
    change: string;
    act: Act;
    data: Json<Data>;
    by_account: string;
    by_role: string;
    at: Date;
  };
  register_values: FoundByColumns & { own_state: string | null };
  register_part_values: FoundByColumns;
  register_requests: {
    by_account: string;
    key: string;
    fingerprint: string;
    register: string;
    record: string;
    at: Date;
  };
};

/** The engine's tables on a handle or a transaction. JSON columns are written as text and read as values. */
export const tables = (handle: Handle) => handle.withTables<RegisterTables>();
