import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { can } from '#kernel/policy/index.ts';
import type { RegistersContext } from '../../context.ts';
import type { RegisterDefinition } from '../../definition.ts';
import { operationsOf } from '../../operations.ts';
import { findTargets, targetKey } from '../../records/find-targets.ts';
import { referencesOf } from '../../records/walk-references.ts';
import { countryOf } from '../../records/write-change.ts';
import { writeNewRecords, type NewRow } from '../../records/write-new-records.ts';
import { readersOf, reads } from '../../store/audiences.ts';
import { indexedFields, valuesOf } from '../../store/values-of.ts';
import { visibleRegister } from '../../store/visible-fields.ts';
import type { ImportedRow } from '../imported-row.ts';
import { keyOf } from './match-rows.ts';

const atOnce = 200;
const idForm = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/**
 * Makes new drafts of the rows of which nothing is wrong, many with one statement, and gives their ids by the row's number. Every other row
 * (a finding, a reference that leads nowhere, a value that must be unique and is not) is left to be made by itself, and to be refused there.
 */
export async function makeCleanRows(
  transaction: Handle,
  context: RegistersContext,
  register: RegisterDefinition,
  rows: readonly ImportedRow[],
  demonstration: boolean,
): Promise<ReadonlyMap<number, string>> {
  const { actor } = context;
  const state = register.lifecycle.states[0]?.id ?? '';
  const { create, import: operation } = operationsOf(register);
  // Who works on some records only has each looked at by itself.
  if (!can(actor, create, {}).allowed) return new Map();
  const clean = rows.filter(
    ({ data, findings }) =>
      findings.every(({ severity }) => severity !== 'error') &&
      reads(actor, readersOf(register, state, countryOf(register, data))),
  );
  const free = await withFreeValues(transaction, register, clean);
  const named = await withIds(transaction, register, free);
  const made = await withTargets(transaction, context, register, named);
  for (let from = 0; from < made.length; from += atOnce) {
    const some = made
      .slice(from, from + atOnce)
      .map(({ id, row }): NewRow => ({ id, data: row.data, state, demonstration }));
    await writeNewRecords(transaction, context, register, some, { act: 'imported', operation: operation.id }).catch(
      asConflict,
    );
  }
  return new Map(made.map(({ id, row }) => [row.row, id]));
}

interface NamedRow {
  readonly id: string;
  readonly row: ImportedRow;
}

/** Rows whose unique values nobody holds, in the file or in the register; writers of the same values wait for each other. */
async function withFreeValues(
  transaction: Handle,
  register: RegisterDefinition,
  rows: readonly ImportedRow[],
): Promise<readonly ImportedRow[]> {
  const unique = new Set([...indexedFields(register.fields)].filter(([, spec]) => spec.unique).map(([field]) => field));
  if (unique.size === 0) return rows;
  const valuesIn = ({ data }: ImportedRow) => valuesOf(register.fields, data).filter(({ field }) => unique.has(field));
  const all = rows.flatMap(valuesIn);
  const locks = [...new Set(all.map(({ field, value }) => `${register.id}\n${field}\n${value}`))].toSorted();
  await sql`select count(pg_advisory_xact_lock(hashtextextended(lock, 0))) from
    (select lock from unnest(${locks}::text[]) with ordinality as l (lock, place) order by place offset 0) ordered`.execute(
    transaction,
  );
  const { rows: held } = await sql<{ field: string; value: string }>`select w.field, w.value
    from (select distinct * from unnest(${all.map(({ field }) => field)}::text[], ${all.map(({ value }) => value)}::text[])) as w (field, value)
    where exists (select from register_values v where v.register = ${register.id} and v.field = w.field and v.value = w.value offset 0)
      or exists (select from register_part_values v where v.register = ${register.id} and v.field = w.field and v.value = w.value offset 0)`.execute(
    transaction,
  );
  const taken = new Set(held.map(({ field, value }) => `${field}\n${value}`));
  return rows.filter((row) => {
    const own = valuesIn(row).map(({ field, value }) => `${field}\n${value}`);
    if (own.some((value) => taken.has(value))) return false;
    for (const value of own) taken.add(value);
    return true;
  });
}

/** Each row with its id: the one that it gives, its key where that can be an address, or one of ours. */
async function withIds(
  transaction: Handle,
  register: RegisterDefinition,
  rows: readonly ImportedRow[],
): Promise<readonly NamedRow[]> {
  const wanted = rows.map((row) => row.id ?? keyOf(register, row));
  const ids = wanted.filter((id) => id !== undefined);
  const { rows: there } = await sql<{ id: string }>`select id from register_records
    where register = ${register.id} and id = any (${ids}::text[])`.execute(transaction);
  const taken = new Set(there.map(({ id }) => id));
  return rows.flatMap((row, at): NamedRow[] => {
    const id = wanted[at];
    const fits = id !== undefined && idForm.test(id) && !taken.has(id);
    if (!fits && row.id !== undefined) return [];
    const own = fits ? id : randomId();
    taken.add(own);
    return [{ id: own, row }];
  });
}

/** Rows whose references lead to records that are there, or that come with this file. */
async function withTargets(
  transaction: Handle,
  context: RegistersContext,
  register: RegisterDefinition,
  rows: readonly NamedRow[],
): Promise<readonly NamedRow[]> {
  const known = visibleRegister(register, context.actor);
  const targets = await findTargets(
    transaction,
    context,
    known,
    rows.map(({ row }) => row.data),
  );
  let left = rows;
  // A row that falls out may be what another refers to.
  for (let before = -1; before !== left.length;) {
    before = left.length;
    const own = new Set(left.map(({ id }) => targetKey(register.id, id)));
    left = left.filter(({ row }) =>
      [...referencesOf(known.fields, row.data)].every(({ register: to, id }) => {
        const target = targets.get(targetKey(to, id));
        return target === undefined ? own.has(targetKey(to, id)) : !target.withdrawn;
      }),
    );
  }
  return left;
}

/** 50 random bits in letters and digits that are not mistaken for one another. */
function randomId(): string {
  const letters = '0123456789abcdefghjkmnpqrstvwxyz';
  return Array.from(randomBytes(10), (byte) => letters[byte % 32]).join('');
}

/** An id that somebody else took meanwhile, or that of a record that the writer may not know of. */
function asConflict(error: unknown): never {
  if ((error as { code?: unknown }).code !== '23505') throw error;
  throw new Problem('conflict', say('A record with the same id was made meanwhile. Try the import again.'));
}
