import { sql } from 'kysely';
import type { Handle } from '../types.ts';
import type { Table } from './tables.ts';

interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/**
 * Runs `load` without foreign keys and triggers of the tables, so that rows may come in any order and nothing is done twice, and
 * then puts both back: adding a key again checks every row against it.
 */
export async function withKeysAside<T>(
  transaction: Handle,
  tables: readonly Table[],
  load: () => Promise<T>,
): Promise<T> {
  const { rows: keys } =
    await sql<ForeignKey>`select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and k.conparentid = 0 and c.relnamespace = 'public'::regnamespace`.execute(transaction);
  for (const { table, name } of keys) {
    await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(transaction);
  }
  for (const { name } of tables) await sql`alter table ${sql.table(name)} disable trigger user`.execute(transaction);
  const result = await load();
  for (const { name } of tables) await sql`alter table ${sql.table(name)} enable trigger user`.execute(transaction);
  for (const { table, name, definition } of keys) {
    await sql`alter table ${sql.table(table)} add constraint ${sql.ref(name)} ${sql.raw(definition)}`.execute(
      transaction,
    );
  }
  return result;
}
