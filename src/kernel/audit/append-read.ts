import type { Handle } from '#kernel/database/types.ts';
import type { Actor, Operation, Resource } from '#kernel/policy/index.ts';
import { appendAudit } from './append.ts';
import type { AuditEntry } from './append.ts';

/** Notes that somebody read something, if the operation's row asks for it and the thing is not public anyway. */
export async function appendRead(
  transaction: Handle,
  operation: Operation,
  read: { actor: Actor; resource?: Resource; subject: AuditEntry['subject']; details?: AuditEntry['details'] },
): Promise<void> {
  if (operation.readsAudited !== true || read.resource?.audience === 'public') return;
  const { actor, subject, details = {} } = read;
  await appendAudit(transaction, { actor, action: operation.id, subject, details });
}
