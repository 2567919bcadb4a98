import type { Handle } from '#kernel/database/types.ts';
import type { Seal } from '../seal.ts';
import type { AuditTables } from './tables.ts';

type Row = AuditTables['audit_seal'];

const toSeal = ({ sealed_at, ...row }: Row): Seal => ({ ...row, sealedAt: sealed_at.toISOString() });

/** The newest link, or undefined before the first. */
export async function findLastSeal(handle: Handle): Promise<Seal | undefined> {
  const seals = handle.withTables<AuditTables>().selectFrom('audit_seal').selectAll();
  const row = await seals.orderBy('batch', 'desc').limit(1).executeTakeFirst();
  return row && toSeal(row);
}

export async function findSeal(handle: Handle, batch: number): Promise<Seal | undefined> {
  const seals = handle.withTables<AuditTables>().selectFrom('audit_seal').selectAll();
  const row = await seals.where('batch', '=', batch).executeTakeFirst();
  return row && toSeal(row);
}

/** Up to `limit` links after the batch given, in order. */
export async function sealsAfter(handle: Handle, batch: number, limit: number): Promise<Seal[]> {
  const seals = handle.withTables<AuditTables>().selectFrom('audit_seal').selectAll();
  const rows = await seals.where('batch', '>', batch).orderBy('batch').limit(limit).execute();
  return rows.map(toSeal);
}

export async function insertSeal(transaction: Handle, { sealedAt, ...seal }: Seal): Promise<void> {
  const row = { ...seal, sealed_at: new Date(sealedAt) };
  await transaction.withTables<AuditTables>().insertInto('audit_seal').values(row).execute();
}
