import { sql } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import { getRegister, type RegistersContext } from '../context.ts';
import type { RegisterDefinition } from '../definition.ts';
import type { Loaded } from '../store/load-record.ts';
import type { Act } from '../store/tables.ts';
import { visibleRegister } from '../store/visible-fields.ts';
import { findVersion } from './find-version.ts';
import { noteRead } from './note-read.ts';
import { getLoaded } from './read-record.ts';
import { touchOf, type Touch } from './record-view.ts';
import { changedFields } from './write-change.ts';

/** One change of a record, as its reader may know it. */
export interface HistoryEntry {
  /** Names the version that it led to. */
  readonly revision: string;
  /** Number of the shared part's version in force then. */
  readonly version: number;
  readonly act: Act;
  /** Id of the lifecycle's move. */
  readonly move?: string;
  readonly state: string;
  readonly reason?: string;
  readonly touch: Touch;
  /** Fields that differ from the version before, among those that the reader may know of. */
  readonly fields: readonly string[];
}

export interface History {
  readonly total: number;
  /** The latest first. */
  readonly entries: readonly HistoryEntry[];
}

interface Row {
  seq: number;
  change: string;
  version: number;
  act: Act;
  move: string | null;
  state: string;
  reason: string | null;
  by_account: string;
  by_role: string;
  at: Date;
}

/** The changes of a record that the actor may know of, the latest first. Problem `not-found`. */
export function listHistory(
  context: RegistersContext,
  register: string,
  id: string,
  { page = 1, size = 25 }: { page?: number; size?: number } = {},
): Promise<History> {
  const definition = getRegister(context, register);
  return context.database.as(context.actor, async (transaction) => {
    const loaded = await getLoaded(transaction, context, definition, id);
    await noteRead(transaction, context, definition, [loaded], loaded.row.id);
    const known = visibleRegister(definition, context.actor, loaded.row.country ?? undefined);
    const all = await changesOf(transaction, loaded);
    const from = (page - 1) * size;
    return { total: all.length, entries: await entriesOf(transaction, context, known, loaded, all, from, size) };
  });
}

/**
 * Changes of the shared part and of the parts that the reader sees, the latest first. A change of a closed part that came
 * before anything else was shown to the reader is not a change for them: they see what it led to.
 */
async function changesOf(transaction: Handle, { row: { register, id } }: Loaded): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    with shared as (select seq, change, version, act, move, state, reason, by_account, by_role, at
      from register_versions where register = ${register} and record = ${id}),
    closed as (select distinct on (seq) seq, change, act, by_account, by_role, at
      from register_parts where register = ${register} and record = ${id} order by seq)
    select * from shared
    union all
    select c.seq, c.change, s.version, c.act, null, s.state, null, c.by_account, c.by_role, c.at
    from closed c cross join lateral (select version, state from shared where seq < c.seq order by seq desc limit 1) s
    where not exists (select from shared where shared.seq = c.seq)
    order by seq desc`.execute(transaction);
  return rows;
}

async function entriesOf(
  transaction: Handle,
  context: RegistersContext,
  known: RegisterDefinition,
  loaded: Loaded,
  all: readonly Row[],
  from: number,
  size: number,
): Promise<readonly HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  const data = async (row: Row | undefined) =>
    row === undefined ? {} : ((await findVersion(transaction, context, known, loaded, row.change))?.data ?? {});
  let later = await data(all[from]);
  for (const [at, row] of all.slice(from, from + size).entries()) {
    const earlier = await data(all[from + at + 1]);
    entries.push({
      revision: row.change,
      version: row.version,
      act: row.act,
      ...(row.move !== null && { move: row.move }),
      state: row.state,
      ...(row.reason !== null && { reason: row.reason }),
      touch: touchOf(context.actor, loaded.row, { at: row.at, by: row.by_account, role: row.by_role }),
      fields: changedFields(earlier, later),
    });
    later = earlier;
  }
  return entries;
}
