import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { authorize } from '#kernel/policy/index.ts';
import { getRegister, type RegistersContext } from '../context.ts';
import type { RegisterDefinition } from '../definition.ts';
import type { SeedRecord } from '../seed-record.ts';
import { operationsOf } from '../operations.ts';
import { makeInState } from './make-in-state.ts';

/**
 * Makes the records that come with the systems, through the same use case as any other, in the order given: what a record
 * refers to comes first. Those that are there already stay as people have made them. All or none.
 */
export async function seedRecords(
  context: RegistersContext,
  records: readonly SeedRecord[],
): Promise<{ made: number }> {
  return context.database.as(context.actor, async (transaction) => {
    const wanted = records.map((record) => ({ ...record, id: idOf(getRegister(context, record.register), record) }));
    const { rows } = await sql<{ register: string; id: string }>`select r.register, r.id from register_records r
      join unnest(${wanted.map(({ register }) => register)}::text[], ${wanted.map(({ id }) => id)}::text[]) as w (register, id)
        on w.register = r.register and w.id = r.id`.execute(transaction);
    const known = new Set(rows.map(({ register, id }) => `${register}/${id}`));
    let made = 0;
    for (const { register, id, data, demonstration, state = 'published' } of wanted) {
      if (known.has(`${register}/${id}`)) continue;
      const definition = getRegister(context, register);
      authorize(context.actor, operationsOf(definition).create);
      await makeInState(transaction, context, definition, { id, state, data, demonstration });
      made += 1;
    }
    return { made };
  });
}

/** A key in small letters where there is one; else a name made of what the record says, so that it is the same at each call. */
function idOf({ keyField }: RegisterDefinition, { id, data }: SeedRecord): string {
  if (id !== undefined) return id;
  const key = keyField === undefined ? undefined : data[keyField];
  if (typeof key === 'string') return key;
  return `seed-${createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 12)}`;
}
