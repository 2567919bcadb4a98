import type { Handle } from '#kernel/database/types.ts';
import type { Actor, Audience } from '#kernel/policy/index.ts';
import { roleOf } from '#kernel/policy/index.ts';
import { insertEntry } from './store/insert-entry.ts';

export interface AuditEntry {
  readonly actor: Actor;
  /** Id of the operation, such as `statistics.accept`. */
  readonly action: string;
  /** What it was done to; a list or a search has a kind and no id. */
  readonly subject: { readonly kind: string; readonly id?: string };
  /** Who may read the entry beside the rule of the operation that reads the log; the office unless given. */
  readonly audience?: Audience;
  /** Facts that explain the act later. Never a name, an address or a secret: people can be erased, the log cannot. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Id of the request, as in the server's own log. */
  readonly request?: string;
}

/** Writes one entry of the log in the caller's transaction, so that the act and its trace stand or fall together. */
export async function appendAudit(transaction: Handle, entry: AuditEntry): Promise<void> {
  const { actor } = entry;
  await insertEntry(transaction, {
    actor_kind: actor.kind,
    account: actor.kind === 'account' ? actor.id : null,
    role: roleOf(actor),
    organization: actor.kind === 'account' ? actor.organization.id : null,
    action: entry.action,
    subject_kind: entry.subject.kind,
    subject_id: entry.subject.id ?? null,
    audience: entry.audience ?? 'office',
    request: entry.request ?? null,
    details: JSON.stringify(entry.details ?? {}),
  });
}
