import type { Generated } from 'kysely';
import type { Audience } from '#kernel/policy/index.ts';

// A type, not an interface: Kysely takes only what has an index signature.
export type AuditTables = {
  audit_entry: {
    id: Generated<number>;
    at: Generated<Date>;
    actor_kind: 'anonymous' | 'operator' | 'account';
    account: string | null;
    role: string;
    organization: string | null;
    action: string;
    subject_kind: string;
    subject_id: string | null;
    audience: Audience;
    request: string | null;
    details: string;
    batch: Generated<number | null>;
  };
  audit_seal: {
    batch: number;
    entries: number;
    total: number;
    root: string;
    previous: string;
    sealed_at: Date;
    hash: string;
    signature: string;
  };
};
