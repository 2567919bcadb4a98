import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import { authorize } from '#kernel/policy/index.ts';
import { getRegister, type RegistersContext } from '../context.ts';
import type { RegisterDefinition } from '../definition.ts';
import { operationsOf } from '../operations.ts';
import type { SeedRecord } from '../seed-record.ts';
import { writeSeeds, type NamedSeed } from './write-seeds.ts';

/** Records written at once: more make no difference, and less come near the limits of one statement. */
const atOnce = 200;

/**
 * Makes the records that come with the systems, in the order given: what a record refers to comes first, or in the same register. Those that are
 * there already stay as people have made them. All or none; one that is not as its register says stops the start.
 */
export async function seedRecords(
  context: RegistersContext,
  records: readonly SeedRecord[],
): Promise<{ made: number }> {
  return context.database.as(context.actor, async (transaction) => {
    const all = records.map((record) => ({ ...record, id: idOf(getRegister(context, record.register), record) }));
    const { rows } = await sql<{ register: string; id: string }>`select r.register, r.id from register_records r
      join unnest(${all.map(({ register }) => register)}::text[], ${all.map(({ id }) => id)}::text[]) as w (register, id)
        on w.register = r.register and w.id = r.id`.execute(transaction);
    const there = new Set(rows.map(({ register, id }) => `${register}/${id}`));
    const wanted = all.filter(({ register, id }) => !there.has(`${register}/${id}`));
    for (const seeds of piecesOf(wanted)) {
      const register = getRegister(context, seeds[0]?.register ?? '');
      authorize(context.actor, operationsOf(register).create);
      await writeSeeds(transaction, context, register, seeds);
    }
    return { made: wanted.length };
  });
}

/** Runs of one register, none too long. */
function piecesOf(seeds: readonly NamedSeed[]): readonly (readonly NamedSeed[])[] {
  const pieces: NamedSeed[][] = [];
  for (const seed of seeds) {
    const last = pieces.at(-1);
    if (last !== undefined && last[0]?.register === seed.register && last.length < atOnce) last.push(seed);
    else pieces.push([seed]);
  }
  return pieces;
}

/** A key where there is one; else a name made of what the record says, so that it is the same at each call. */
function idOf({ keyField }: RegisterDefinition, { id, data }: SeedRecord): string {
  if (id !== undefined) return id;
  const key = keyField === undefined ? undefined : data[keyField];
  if (typeof key === 'string') return key;
  return `seed-${createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 12)}`;
}
