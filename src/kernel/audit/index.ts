import type { Migration } from '#kernel/database/index.ts';
import { migrationsIn } from '#kernel/database/index.ts';

export { appendAudit } from './append.ts';
export type { AuditEntry } from './append.ts';
export { appendRead } from './append-read.ts';
export { auditOperations } from './operations.ts';
export { readAudit } from './read.ts';
export type { AuditQuery, AuditRecord } from './store/entries-matching.ts';
export { startSealer } from './sealer.ts';
export type { Sealer, SealerSettings } from './sealer.ts';
export { verifyAuditNightly } from './verify-work.ts';
export { verifyAudit } from './verify.ts';
export type { Break, Verification } from './verify.ts';

export const auditMigrations: readonly Migration[] = migrationsIn(import.meta.url, 'audit');
