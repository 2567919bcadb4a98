import { sql, type RawBuilder } from 'kysely';
import type { Handle } from '../types.ts';

export interface Column {
  readonly name: string;
  /** As `format_type` writes it, with length or precision: "numeric(10,2)". */
  readonly type: string;
}
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
}

/** Tables of the schema whose rows are kept in a dump, in order of their names: not those of extensions, not the list of steps. */
export async function tablesToKeep(handle: Handle): Promise<readonly Table[]> {
  const { rows } = await sql<Table>`
    select c.relname as name, coalesce(json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
        order by a.attnum) filter (where a.attnum is not null), '[]') as columns
    from pg_class c
    left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname <> 'mandata_migrations'
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    group by c.relname order by c.relname collate "C"`.execute(handle);
  return rows;
}

/** How values are written as text, so that a dump reads the same whatever the session was set to. */
export async function writeExactly(transaction: Handle): Promise<void> {
  await sql`select set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO, MDY', true),
    set_config('intervalstyle', 'postgres', true), set_config('extra_float_digits', '1', true),
    set_config('bytea_output', 'hex', true)`.execute(transaction);
}

/** The row as one line of JSON: each value as PostgreSQL writes it, or null. Read back by the type's own input, it is the same value. */
export const rowAsLine = (table: Table): RawBuilder<string> =>
  table.columns.length === 0
    ? sql<string>`'[]'::text`
    : sql<string>`to_json(array[${sql.join(table.columns.map(({ name }) => sql`${sql.ref(name)}::text`))}])::text`;
