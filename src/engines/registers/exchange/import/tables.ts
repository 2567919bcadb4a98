import type { ColumnType } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import type { Audience } from '#kernel/policy/index.ts';
import type { ColumnMapping } from '../mapping.ts';

type ImportTables = {
  register_imports: {
    id: string;
    register: string;
    file: string;
    sha256: string;
    state: 'done' | 'undone';
    rows: number;
    new: number;
    changed: number;
    same: number;
    by_account: string;
    by_role: string;
    at: Date;
    undone_by: string | null;
    undone_at: Date | null;
    audience: Audience;
  };
  register_import_rows: {
    import: string;
    register: string;
    record: string;
    row: number;
    outcome: 'new' | 'changed';
    change_before: string | null;
    change_after: string;
  };
  register_mappings: {
    register: string;
    fingerprint: string;
    mapping: ColumnType<ColumnMapping, string, string>;
    at: Date;
  };
};

/** The tables of imports on a handle or a transaction. */
export const importTables = (handle: Handle) => handle.withTables<ImportTables>();
