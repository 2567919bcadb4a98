import { sql } from 'kysely';
import { appendAudit } from '#kernel/audit/index.ts';
import type { RegistersContext } from '../context.ts';
import { sayChanged } from './say-changed.ts';

/** Deletes every invented record with its versions, for good: the one kind of record that may be, because it says nothing about anybody. */
export function removeDemonstrationRecords(
  context: Pick<RegistersContext, 'database' | 'actor'>,
): Promise<{ records: number }> {
  return context.database.owner.transaction().execute(async (transaction) => {
    const invented = sql`select register, id from register_records where demonstration`;
    const { rows } = await sql<{
      register: string;
      id: string;
      state: string;
    }>`select register, id, state from register_records where demonstration`.execute(transaction);
    const tables = ['register_part_values', 'register_values', 'register_parts', 'register_versions'];
    for (const table of [...tables, 'register_requests'])
      await sql`delete from ${sql.table(table)} where (register, record) in (${invented})`.execute(transaction);
    await sql`delete from links where (from_kind, from_id) in (select 'register:' || register, id from (${invented}) i)`.execute(
      transaction,
    );
    await sql`delete from register_records where demonstration`.execute(transaction);
    await sayChanged(transaction, rows);
    await appendAudit(transaction, {
      actor: context.actor,
      action: 'registers.demonstration.remove',
      subject: { kind: 'registers', id: 'demonstration' },
      details: { records: rows.length },
    });
    return { records: rows.length };
  });
}
