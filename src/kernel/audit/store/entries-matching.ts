import type { Handle } from '#kernel/database/types.ts';
import type { Actor, Audience } from '#kernel/policy/index.ts';
import { readableBy } from '#kernel/policy/index.ts';
import type { AuditTables } from './tables.ts';

export interface AuditQuery {
  readonly subject?: { readonly kind: string; readonly id?: string };
  readonly action?: string;
  readonly account?: string;
  /** Only entries with a smaller number: the way to the next page. */
  readonly before?: number;
  /** At most this many, 100 unless given, 1,000 at most. */
  readonly limit?: number;
}

export interface AuditRecord {
  readonly id: number;
  readonly at: Date;
  readonly actor_kind: 'anonymous' | 'operator' | 'account';
  readonly account: string | null;
  readonly role: string;
  readonly organization: string | null;
  readonly action: string;
  readonly subject_kind: string;
  readonly subject_id: string | null;
  readonly audience: Audience;
  readonly request: string | null;
  readonly details: unknown;
}

/** Entries that the actor may read, newest first. */
export async function entriesMatching(transaction: Handle, actor: Actor, wanted: AuditQuery): Promise<AuditRecord[]> {
  let query = transaction
    .withTables<AuditTables>()
    .selectFrom('audit_entry')
    .select(['id', 'at', 'actor_kind', 'account', 'role', 'organization', 'action'])
    .select(['subject_kind', 'subject_id', 'audience', 'request', 'details'])
    .where(readableBy(actor))
    .orderBy('id', 'desc')
    .limit(Math.min(wanted.limit ?? 100, 1000));
  if (wanted.subject !== undefined) query = query.where('subject_kind', '=', wanted.subject.kind);
  if (wanted.subject?.id !== undefined) query = query.where('subject_id', '=', wanted.subject.id);
  if (wanted.action !== undefined) query = query.where('action', '=', wanted.action);
  if (wanted.account !== undefined) query = query.where('account', '=', wanted.account);
  if (wanted.before !== undefined) query = query.where('id', '<', wanted.before);
  return query.execute();
}
