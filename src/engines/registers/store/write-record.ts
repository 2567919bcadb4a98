import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { Audience } from '#kernel/policy/index.ts';
import type { RegisterDefinition } from '../definition.ts';
import type { Readers } from './audiences.ts';
import type { Loaded } from './load-record.ts';
import { isEmpty, type Data, type SplitRecord } from './split-record.ts';
import { tables, type Act } from './tables.ts';
import { writePartValues, writeValues } from './write-values.ts';
import { titleOf, wordsOf } from './words-of.ts';

/** One change of one record. */
export interface Change {
  readonly register: RegisterDefinition;
  readonly id: string;
  readonly split: SplitRecord;
  /** Audiences whose parts the writer had before them; any other part stays as it is. */
  readonly seen: ReadonlySet<Audience>;
  readonly state: string;
  readonly country: string | undefined;
  readonly demonstration: boolean;
  readonly readers: Readers;
  readonly act: Act;
  readonly move?: string;
  /** Why, in the words of whoever did it. */
  readonly reason?: string;
  readonly by: string;
  readonly role: string;
  readonly at: Date;
  /** A random name for it. */
  readonly change: string;
}

/** Writes the change: the shared part only if it differs, and of the others those that do. Says what was written. */
export async function writeRecord(
  transaction: Handle,
  before: Loaded | undefined,
  change: Change,
): Promise<{ readonly base: boolean; readonly parts: readonly Audience[] }> {
  const { split, state, country, readers } = change;
  const parts = changedParts(before, change);
  const base =
    before === undefined ||
    change.move !== undefined ||
    before.row.state !== state ||
    before.row.country !== (country ?? null) ||
    !isDeepStrictEqual(before.row.data, split.base);
  if (!base && parts.length === 0) return { base, parts: [] };
  const { rows } = await sql<{ seq: number }>`select nextval('register_sequence') as seq`.execute(transaction);
  const seq = rows[0]?.seq ?? 0;
  if (base) {
    await writeBase(transaction, before, change, seq);
    await writeValues(transaction, change.register, change.id, split.base, readers, before === undefined);
  }
  for (const [audience, data] of parts) {
    await writePart(transaction, change, audience, data, seq);
    await writePartValues(transaction, change.register, change.id, audience, data, before === undefined);
  }
  return { base, parts: parts.map(([audience]) => audience) };
}

/** Parts with another content than before, those that became empty among them. */
function changedParts(before: Loaded | undefined, { split, seen }: Change): [Audience, Data][] {
  const old = new Map(before?.parts.map(({ audience, data }) => [audience, data]));
  return [...new Set([...old.keys(), ...split.parts.keys()])]
    .map((audience): [Audience, Data] => [audience, split.parts.get(audience) ?? {}])
    .filter(([audience]) => seen.has(audience))
    .filter(([audience, data]) => !isDeepStrictEqual(old.get(audience) ?? {}, data))
    .filter(([audience, data]) => old.has(audience) || !isEmpty(data));
}

async function writeBase(transaction: Handle, before: Loaded | undefined, change: Change, seq: number): Promise<void> {
  const { register, id, split, state, country, readers, by, role, at } = change;
  const version = (before?.row.version ?? 0) + 1;
  // The record shows why it was moved last; why it was saved, its history does.
  const reason = change.move === undefined ? (before?.row.reason ?? null) : (change.reason ?? null);
  const json = { title: JSON.stringify(titleOf(register, split.base)), data: JSON.stringify(split.base) };
  const shared = { version, change: change.change, seq, state, ...json };
  const audiences = { audience: readers.audience, own_state: readers.ownState ?? null };
  const kept = {
    ...shared,
    ...audiences,
    reason,
    country: country ?? null,
    words: wordsOf(register, split.base),
    changed_at: at,
    changed_by: by,
    changed_role: role,
  };
  const all = tables(transaction);
  if (before === undefined) {
    const made = { made_at: at, made_by: by, made_role: role, demonstration: change.demonstration };
    const inserted = await all
      .insertInto('register_records')
      .values({ register: register.id, id, ...made, ...kept })
      .onConflict((conflict) => conflict.columns(['register', 'id']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (inserted === undefined)
      throw new Problem(
        'conflict',
        say('There is a record “{id}” already. Change that one, or give another id.', { id }),
      );
  } else
    await all
      .updateTable('register_records')
      .set(kept)
      .where('register', '=', register.id)
      .where('id', '=', id)
      .execute();
  await all
    .insertInto('register_versions')
    .values({
      register: register.id,
      record: id,
      ...shared,
      ...audiences,
      act: change.act,
      move: change.move ?? null,
      reason: change.reason ?? null,
      by_account: by,
      by_role: role,
      at,
    })
    .execute();
}

async function writePart(
  transaction: Handle,
  { register, id, change, act, by, role, at }: Change,
  audience: Audience,
  data: Data,
  seq: number,
): Promise<void> {
  await tables(transaction)
    .insertInto('register_parts')
    .values({
      register: register.id,
      record: id,
      audience,
      seq,
      change,
      act,
      data: JSON.stringify(data),
      by_account: by,
      by_role: role,
      at,
    })
    .execute();
}
