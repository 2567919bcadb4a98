import type { Database } from '#kernel/database/types.ts';
import type { Actor } from '#kernel/policy/index.ts';
import { authorize } from '#kernel/policy/index.ts';
import { appendRead } from './append-read.ts';
import { auditOperations } from './operations.ts';
import { entriesMatching } from './store/entries-matching.ts';
import type { AuditQuery, AuditRecord } from './store/entries-matching.ts';

/** Lists entries of the log, newest first, for who may read it; the reading is noted in the log. */
export async function readAudit(database: Database, actor: Actor, wanted: AuditQuery = {}): Promise<AuditRecord[]> {
  authorize(actor, auditOperations.read);
  return database.as(actor, async (transaction) => {
    const entries = await entriesMatching(transaction, actor, wanted);
    await appendRead(transaction, auditOperations.read, { actor, subject: { kind: 'audit' }, details: { ...wanted } });
    return entries;
  });
}
