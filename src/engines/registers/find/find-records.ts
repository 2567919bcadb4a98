import { sql } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import { getRegister, type RegistersContext } from '../context.ts';
import type { RegisterDefinition } from '../definition.ts';
import { findTargets, withoutHidden, type NamedRecord } from '../records/find-targets.ts';
import { noteRead } from '../records/note-read.ts';
import { recordView, type RecordView } from '../records/record-view.ts';
import { dataOf, loadParts, type Loaded, type RecordRow } from '../store/load-record.ts';
import { visibleRegister } from '../store/visible-fields.ts';
import { countFacets, type FacetCount } from './facets.ts';
import { orderOf } from './order.ts';
import type { RecordQuery } from './query.ts';
import { selectionOf, statesOf, type Selection } from './selection.ts';

export interface FoundRecords {
  /** Of the kind that is shown. */
  readonly total: number;
  /** Whether invented records are shown, and how many fit; they are never counted with real ones. */
  readonly demonstration: { readonly shown: boolean; readonly total: number };
  readonly page: number;
  readonly size: number;
  readonly records: readonly RecordView[];
  /** What they refer to, by `register/id`. */
  readonly references: ReadonlyMap<string, NamedRecord>;
  readonly facets: Readonly<Record<string, readonly FacetCount[]>>;
}

/** Finds records of a register: a page of them, how many there are, and counts by facet, all of one selection. Problem `invalid` for what records are not found by. */
export function findRecords(context: RegistersContext, register: string, query: RecordQuery): Promise<FoundRecords> {
  const definition = getRegister(context, register);
  const { page = 1, size = 25 } = query;
  return context.database.as(context.actor, async (transaction) => {
    const known = visibleRegister(definition, context.actor);
    const { selection, invented } = await choose(transaction, context, known, query);
    const { totals, rows, facets } = await byHash(transaction, async () => {
      const { join, by } = orderOf(known, query, selection);
      const found = await sql<RecordRow>`select r.* from register_records r ${join} where ${selection.where()}
        order by ${by} limit ${size} offset ${(page - 1) * size}`.execute(transaction);
      const counted = await countFacets(transaction, context, known, query, selection);
      return { totals: await countBoth(transaction, selection), rows: found.rows, facets: counted };
    });
    const presented = await presentRows(transaction, context, definition, rows);
    const demonstration = { shown: invented, total: totals.invented };
    return { total: invented ? totals.invented : totals.real, demonstration, page, size, ...presented, facets };
  });
}

/** Ids of all that fit, in order: what a stream reads piece by piece without anything moving beneath it. */
export async function selectIds(
  transaction: Handle,
  context: RegistersContext,
  definition: RegisterDefinition,
  query: RecordQuery,
): Promise<readonly string[]> {
  const known = visibleRegister(definition, context.actor);
  const { selection } = await choose(transaction, context, known, query);
  const { join, by } = orderOf(known, query, selection);
  const { rows } = await byHash(transaction, () =>
    sql<{ id: string }>`select r.id from register_records r ${join} where ${selection.where()}
      order by ${by}`.execute(transaction),
  );
  return rows.map(({ id }) => id);
}

/** Rows as their reader may know them, with closed parts and without hidden references. */
export async function presentRows(
  transaction: Handle,
  context: RegistersContext,
  register: RegisterDefinition,
  rows: readonly RecordRow[],
): Promise<{ readonly records: readonly RecordView[]; readonly references: ReadonlyMap<string, NamedRecord> }> {
  const parts = await loadParts(
    transaction,
    register.id,
    rows.map(({ id }) => id),
  );
  const all = rows.map((row) => {
    const loaded: Loaded = { row, parts: parts.get(row.id) ?? [] };
    const known = visibleRegister(register, context.actor, row.country ?? undefined);
    return { known, loaded, data: dataOf(known, loaded) };
  });
  await noteRead(
    transaction,
    context,
    register,
    all.map(({ loaded }) => loaded),
  );
  const references = await findTargets(
    transaction,
    context,
    register,
    all.map(({ data }) => data),
  );
  const records = all.map(({ known, loaded, data }) =>
    recordView(register, context.actor, loaded, withoutHidden(known, data, references)),
  );
  return { records, references };
}

/**
 * Runs queries over whole selections. Of tables that were filled just now the planner knows nothing, takes a selection for
 * one row and would compare each value with each record; hashing is never far from best.
 */
async function byHash<T>(transaction: Handle, work: () => Promise<T>): Promise<T> {
  await sql`select set_config('enable_nestloop', 'off', true)`.execute(transaction);
  const done = await work();
  await sql`select set_config('enable_nestloop', 'on', true)`.execute(transaction);
  return done;
}

async function choose(
  transaction: Handle,
  context: RegistersContext,
  known: RegisterDefinition,
  query: RecordQuery,
): Promise<{ readonly selection: Selection; readonly invented: boolean }> {
  const words = query.q?.trim() ?? '';
  const states = statesOf(known, query);
  const shown = known.lifecycle.states.filter((state) => state.shown === 'readers').map(({ id }) => id);
  // The index holds what readers see; drafts are looked through in the database.
  const ranked =
    words !== '' && states.every((state) => shown.includes(state))
      ? await context.search?.find(known.id, words)
      : undefined;
  const invented = context.demonstration && (await meansInvented(transaction, known, query));
  const parts = { known, query, ranked, invented, withDemonstration: context.demonstration };
  return { selection: selectionOf(parts), invented };
}

/** Real records are meant where the register has any for this reader, else the invented ones, which its page says. */
async function meansInvented(transaction: Handle, register: RegisterDefinition, query: RecordQuery): Promise<boolean> {
  if (query.demonstration !== undefined) return query.demonstration === 'only';
  const { rows } = await sql<{ real: boolean }>`select exists (select from register_records r
    where r.register = ${register.id} and r.state = any (${statesOf(register, query)}::text[])
      and not r.demonstration) as real`.execute(transaction);
  return rows[0]?.real !== true;
}

async function countBoth(transaction: Handle, { both }: Selection): Promise<{ real: number; invented: number }> {
  const { rows } = await sql<{ demonstration: boolean; count: number }>`select r.demonstration, count(*) as count
    from register_records r where ${both} group by r.demonstration`.execute(transaction);
  const of = (invented: boolean): number => rows.find(({ demonstration }) => demonstration === invented)?.count ?? 0;
  return { real: of(false), invented: of(true) };
}
