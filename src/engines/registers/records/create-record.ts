import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { authorize } from '#kernel/policy/index.ts';
import { actedBy, getRegister, type RegistersContext } from '../context.ts';
import type { RegisterDefinition } from '../definition.ts';
import { operationsOf } from '../operations.ts';
import { recordOf, type Data } from '../store/split-record.ts';
import { tables } from '../store/tables.ts';
import { visibleRegister } from '../store/visible-fields.ts';
import { checkForSave } from './check-for-save.ts';
import { applyMove } from './move-record.ts';
import { readRecord } from './read-record.ts';
import type { RecordView } from './record-view.ts';
import { refuseFindings } from './refuse-findings.ts';
import { countryOf, writeChange } from './write-change.ts';

export interface NewRecord {
  /** Fields by id; whatever JSON came. */
  readonly data: unknown;
  /** Of the client's making: sent twice, made once. */
  readonly key?: string;
  /** Moves to make at once, in the same transaction: `['publish']`. */
  readonly moves?: readonly string[];
  /** Invented, and never counted together with real records. */
  readonly demonstration?: boolean;
  /** Its address, for records that come with the house; the engine gives one unless told. */
  readonly id?: string;
  readonly act?: 'made' | 'imported';
}

/**
 * Makes a record in the first state of its lifecycle. Problem `invalid` with `details.findings` when a value cannot be kept,
 * `conflict` when the key came with something else or the id is taken, `forbidden` or `not-signed-in`.
 */
export function createRecord(context: RegistersContext, register: string, input: NewRecord): Promise<RecordView> {
  return context.database.as(context.actor, (transaction) =>
    createIn(transaction, context, getRegister(context, register), input),
  );
}

/** The same inside the caller's transaction, which runs as the context's actor. */
export async function createIn(
  transaction: Handle,
  context: RegistersContext,
  register: RegisterDefinition,
  input: NewRecord,
): Promise<RecordView> {
  const { actor } = context;
  const { create } = operationsOf(register);
  const data = ofOwnState(context, register, input.data);
  const state = countryOf(register, recordOf(data));
  const by = authorize(actor, create, state === undefined ? {} : { state });
  // Only who works on all records has a new one named by its key: whoever sees a part would learn of a hidden one that has it.
  const key = by === 'any' ? await freeKey(transaction, register, recordOf(data)) : undefined;
  const id = input.id ?? key ?? newId();
  const made = await madeBefore(transaction, context, register, id, input);
  if (made !== undefined) return readRecord(transaction, context, register, made);
  const known = visibleRegister(register, actor, state);
  const checked = await checkForSave(transaction, context, known, data, undefined);
  const first = register.lifecycle.states[0]?.id ?? '';
  refuseFindings(register, first, checked.findings);
  await writeChange(transaction, context, register, undefined, {
    id,
    data: checked.data,
    state: first,
    demonstration: input.demonstration ?? false,
    act: input.act ?? 'made',
    operation: create.id,
  });
  for (const move of input.moves ?? []) await applyMove(transaction, context, register, id, { move });
  return readRecord(transaction, context, register, id);
}

/** The key of the record where it can be an address and is not one yet. */
async function freeKey(transaction: Handle, register: RegisterDefinition, data: Data): Promise<string | undefined> {
  const key = register.keyField === undefined ? undefined : data[register.keyField];
  if (typeof key !== 'string' || !/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(key)) return undefined;
  // Whoever makes another one with it at the same time comes after us and gets a name of the engine's.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${register.id} ${key}`}, 1))`.execute(transaction);
  return (await isTaken(transaction, register, key)) ? undefined : key;
}

/** 50 random bits in letters and digits that are not mistaken for one another. */
function newId(): string {
  const letters = '0123456789abcdefghjkmnpqrstvwxyz';
  return [...randomBytes(10)].map((byte) => letters[byte % 32]).join('');
}

/** A State's people write of their own State unless they say otherwise. */
function ofOwnState({ actor }: RegistersContext, { stateField }: RegisterDefinition, data: unknown): unknown {
  const own = actor.kind === 'account' ? actor.organization.state : undefined;
  if (stateField === undefined || own === undefined || typeof data !== 'object' || data === null) return data;
  return countryOf({ stateField } as RegisterDefinition, data as Data) === undefined
    ? { ...data, [stateField]: own }
    : data;
}

/** The record that was made under this key before; notes the key otherwise. A second sender waits for the first. */
async function madeBefore(
  transaction: Handle,
  context: RegistersContext,
  register: RegisterDefinition,
  id: string,
  { key, data, moves }: NewRecord,
): Promise<string | undefined> {
  if (key === undefined) return undefined;
  const { by } = actedBy(context.actor);
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([register.id, data, moves ?? []]))
    .digest('hex');
  const noted = await tables(transaction)
    .insertInto('register_requests')
    .values({ by_account: by, key, fingerprint, register: register.id, record: id, at: context.clock() })
    .onConflict((conflict) => conflict.columns(['by_account', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (noted !== undefined) return undefined;
  const known = await tables(transaction)
    .selectFrom('register_requests')
    .select(['fingerprint', 'record'])
    .where('by_account', '=', by)
    .where('key', '=', key)
    .executeTakeFirst();
  if (known?.fingerprint === fingerprint) return known.record;
  throw new Problem(
    'conflict',
    say('This Idempotency-Key came with another request before. Use a new one for each thing to do.'),
  );
}

async function isTaken(transaction: Handle, register: RegisterDefinition, id: string): Promise<boolean> {
  const found = await tables(transaction)
    .selectFrom('register_records')
    .select('id')
    .where('register', '=', register.id)
    .where('id', '=', id)
    .executeTakeFirst();
  return found !== undefined;
}
