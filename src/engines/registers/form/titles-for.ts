import { sql } from 'kysely';
import type { RegistersContext } from '../context.ts';
import type { RegisterDefinition } from '../definition.ts';
import type { FieldSpec } from '../fields/spec.ts';
import type { TextValue } from '../fields/values.ts';

/** More than this is not chosen from a list: the id is written, and found by searching. */
const most = 400;

/** Records that the register's references can lead to, by register, as the actor may know them; the last changed first. */
export function titlesFor(
  context: RegistersContext,
  { fields }: RegisterDefinition,
): Promise<Readonly<Record<string, readonly { readonly id: string; readonly title: TextValue }[]>>> {
  const wanted = [...new Set(registersIn(fields))];
  if (wanted.length === 0) return Promise.resolve({});
  return context.database.as(context.actor, async (transaction) => {
    const { rows } = await sql<{ register: string; id: string; title: TextValue }>`
      select w.register, r.id, r.title from unnest(${wanted}::text[]) as w (register)
      cross join lateral (
        select id, title from register_records
        where register = w.register and (${context.demonstration} or not demonstration)
        order by changed_at desc, id limit ${most}
      ) r`.execute(transaction);
    return Object.fromEntries(
      wanted.map((register) => [
        register,
        rows.filter((row) => row.register === register).map(({ id, title }) => ({ id, title })),
      ]),
    );
  });
}

function registersIn(fields: Readonly<Record<string, FieldSpec>>): readonly string[] {
  return Object.values(fields).flatMap((spec) => {
    if (spec.kind === 'reference') return [spec.register];
    return spec.kind === 'group' ? registersIn(spec.fields) : [];
  });
}
