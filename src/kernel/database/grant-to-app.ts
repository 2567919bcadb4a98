import { sql } from 'kysely';
import type { Handle } from './types.ts';

const rights = ['select', 'insert', 'update', 'delete'];

interface Table {
  readonly name: string;
  readonly kind: 'table' | 'view';
  readonly comment: string | null;
  readonly secured: boolean;
  readonly audience: boolean;
  readonly invoker: boolean;
}

/** What the role of requests may do: everything with rows, or what the table's comment says in "[app: select, insert]" or "[app: none]". */
export function rightsOf(table: { name: string; comment: string | null }): readonly string[] {
  const said = /\[app:([^\]]*)\]/.exec(table.comment ?? '')?.[1];
  if (said === undefined) return rights;
  const words = said.split(',').map((word) => word.trim());
  if (words.length === 1 && words[0] === 'none') return [];
  const wrong = words.find((word) => !rights.includes(word));
  if (wrong !== undefined) {
    throw new Error(`The comment on ${table.name} grants "${wrong}": write ${rights.join(', ')} or none.`);
  }
  return words;
}

/**
 * Run after each migration, in its turn: rights of mandata_app, forced row-level security with the owner let through (also
 * where the owner is no superuser), and two refusals: an audience without a policy, a view that would go round the policies.
 */
export async function grantToApp(transaction: Handle): Promise<void> {
  for (const table of await tablesOf(transaction)) {
    const name = sql.id(table.name);
    if (table.audience && table.kind === 'table' && !table.secured) {
      throw new Error(
        `The table ${table.name} has an audience and no row-level security: enable it and write its policy.`,
      );
    }
    if (table.kind === 'view' && !table.invoker) {
      throw new Error(`The view ${table.name} reads as its owner: create it with (security_invoker = true).`);
    }
    const granted = table.kind === 'view' ? rightsOf(table).filter((right) => right === 'select') : rightsOf(table);
    await sql`revoke all on ${name} from mandata_app`.execute(transaction);
    if (granted.length > 0)
      await sql`grant ${sql.raw(granted.join(', '))} on ${name} to mandata_app`.execute(transaction);
    if (!table.secured) continue;
    await sql`alter table ${name} force row level security`.execute(transaction);
    await sql`drop policy if exists mandata_owner on ${name}`.execute(transaction);
    await sql`create policy mandata_owner on ${name} to current_user using (true) with check (true)`.execute(
      transaction,
    );
  }
  await sql`grant usage on all sequences in schema public to mandata_app`.execute(transaction);
}

/** Tables and views of the schema, without those that belong to an extension. */
async function tablesOf(transaction: Handle): Promise<readonly Table[]> {
  const { rows } = await sql<Table>`
    select c.relname as name, case when c.relkind in ('v', 'm') then 'view' else 'table' end as kind,
      obj_description(c.oid, 'pg_class') as comment, c.relrowsecurity as secured,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'audience' and not a.attisdropped) as audience,
      coalesce('security_invoker=true' = any (c.reloptions) or 'security_invoker=on' = any (c.reloptions), false) as invoker
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
      and c.relname <> 'mandata_migrations'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by c.relname`.execute(transaction);
  return rows;
}
