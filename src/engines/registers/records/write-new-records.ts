import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { appendAudit } from '#kernel/audit/index.ts';
import type { Handle } from '#kernel/database/index.ts';
import { addAllCitations } from '#kernel/links/index.ts';
import { actedBy, type RegistersContext } from '../context.ts';
import type { RegisterDefinition } from '../definition.ts';
import { readersOf } from '../store/audiences.ts';
import { splitRecord, type Data } from '../store/split-record.ts';
import { tables, type Act } from '../store/tables.ts';
import { titleOf, wordsOf } from '../store/words-of.ts';
import { partValueRows, valueRows } from '../store/write-values.ts';
import { citationsIn, placeOf } from './cite.ts';
import { sayChanged } from './say-changed.ts';
import { countryOf } from './write-change.ts';

/** A record that was allowed and checked. */
export interface NewRow {
  readonly id: string;
  readonly data: Data;
  readonly state: string;
  readonly demonstration: boolean;
}

/** Writes new records of one register with one statement for each table: at most a few hundred at once. The audit log gets one entry for all. */
export async function writeNewRecords(
  transaction: Handle,
  context: RegistersContext,
  register: RegisterDefinition,
  records: readonly NewRow[],
  { act, operation }: { readonly act: Act; /** Id of the operation that allowed it. */ readonly operation: string },
): Promise<void> {
  const { rows } = await sql<{ seq: number }>`select nextval('register_sequence') as seq
    from generate_series(1, ${records.length}::int)`.execute(transaction);
  const at = context.clock();
  const { by, role } = actedBy(context.actor);
  const made = records.map(({ id, data, demonstration, state }, place) => {
    const country = countryOf(register, data);
    const split = splitRecord(register.fields, data, country, { base: {}, parts: new Map() }, () =>
      randomBytes(4).toString('hex'),
    );
    const readers = readersOf(register, state, country);
    const seq = rows[place]?.seq ?? 0;
    const change = randomBytes(8).toString('hex');
    const json = { title: JSON.stringify(titleOf(register, split.base)), data: JSON.stringify(split.base) };
    const audiences = { audience: readers.audience, own_state: readers.ownState ?? null };
    const shared = { version: 1, change, seq, state, ...json, ...audiences, reason: null };
    return { id, data, demonstration, state, country, split, readers, seq, change, shared };
  });
  const all = tables(transaction);
  await all
    .insertInto('register_records')
    .values(
      made.map(({ id, demonstration, country, split, shared }) => ({
        register: register.id,
        id,
        demonstration,
        country: country ?? null,
        words: wordsOf(register, split.base),
        ...shared,
        made_at: at,
        made_by: by,
        made_role: role,
        changed_at: at,
        changed_by: by,
        changed_role: role,
      })),
    )
    .execute();
  const acted = { act, by_account: by, by_role: role, at };
  await all
    .insertInto('register_versions')
    .values(made.map(({ id, shared }) => ({ register: register.id, record: id, move: null, ...shared, ...acted })))
    .execute();
  const parts = made.flatMap(({ id, seq, change, split }) =>
    [...split.parts].map(([audience, data]) => ({ id, seq, change, audience, data })),
  );
  if (parts.length > 0)
    await all
      .insertInto('register_parts')
      .values(
        parts.map(({ id, data, ...part }) => ({
          register: register.id,
          record: id,
          data: JSON.stringify(data),
          ...part,
          ...acted,
        })),
      )
      .execute();
  const values = made.flatMap(({ id, split, readers }) => valueRows(register, id, split.base, readers));
  await inPieces(values, (piece) => all.insertInto('register_values').values(piece).execute());
  const closed = parts.flatMap(({ id, audience, data }) => partValueRows(register, id, audience, data));
  await inPieces(closed, (piece) => all.insertInto('register_part_values').values(piece).execute());
  await addAllCitations(
    transaction,
    made.flatMap(({ id, ...record }) =>
      citationsIn(register, record).map((citation) => ({ ...citation, from: placeOf(register.id, id) })),
    ),
  );
  await appendAudit(transaction, {
    actor: context.actor,
    action: operation,
    subject: { kind: 'register', id: register.id },
    details: { act, records: made.map(({ id }) => id) },
  });
  await sayChanged(
    transaction,
    made.map(({ id, state }) => ({ register: register.id, id, state })),
  );
}

/** Rows of a few columns, in pieces that stay below the most parameters of one statement. */
async function inPieces<T>(rows: readonly T[], write: (piece: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += 2000) await write(rows.slice(from, from + 2000));
}
