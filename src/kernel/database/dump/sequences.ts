import { sql } from 'kysely';
import type { z } from 'zod';
import type { Handle } from '../types.ts';
import type { Sequences } from './format.ts';

type State = z.infer<typeof Sequences>['sequences'];

/** Where each sequence stands. It may be ahead of the snapshot's rows, never behind them. */
export async function readSequences(handle: Handle): Promise<State> {
  const { rows } = await sql<{ name: string }>`select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'S'
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    order by c.relname collate "C"`.execute(handle);
  const states: State = [];
  for (const { name } of rows) {
    const { rows: stand } = await sql<{ last: string; called: boolean }>`
      select last_value::text as last, is_called as called from ${sql.table(name)}`.execute(handle);
    for (const { last, called } of stand) states.push({ name, last, called });
  }
  return states;
}

export async function setSequences(handle: Handle, states: State): Promise<void> {
  for (const { name, last, called } of states) {
    await sql`select setval(${sql.lit(`public.${quoted(name)}`)}::regclass, ${last}::text::bigint, ${called})`.execute(
      handle,
    );
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
