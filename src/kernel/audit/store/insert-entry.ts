import type { Handle } from '#kernel/database/types.ts';
import type { AuditTables } from './tables.ts';

type Row = AuditTables['audit_entry'];

/** The id and the time are the database's to give; nothing is read back, because the writer may not be allowed to. */
export async function insertEntry(transaction: Handle, row: Omit<Row, 'id' | 'at' | 'batch'>): Promise<void> {
  await transaction.withTables<AuditTables>().insertInto('audit_entry').values(row).execute();
}
