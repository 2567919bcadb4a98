import { sql } from 'kysely';
import { appendAudit } from '#kernel/audit/index.ts';
import type { Handle } from '#kernel/database/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { authorize, notFound } from '#kernel/policy/index.ts';
import { actedBy, getRegister, type RegistersContext } from '../../context.ts';
import type { RegisterDefinition } from '../../definition.ts';
import { operationsOf } from '../../operations.ts';
import { findVersion } from '../../records/find-version.ts';
import { saveIn } from '../../records/save-record.ts';
import { revisionOf, type Loaded } from '../../store/load-record.ts';
import { visibleRegister } from '../../store/visible-fields.ts';
import { loadMany } from './load-many.ts';
import { takeBackRecords } from './take-back-records.ts';
import { importTables } from './tables.ts';

/** A record that keeps an import from being undone. */
export interface Obstacle {
  readonly id: string;
  readonly why: 'changed' | 'cited';
}

/**
 * Undoes an import, wholly or not at all: changed records are saved as they were before it, new drafts taken away, and new records that were
 * published withdrawn. Problem `conflict` with `details.records` when some have been changed since, or are referred to by others.
 */
export function undoImport(
  context: RegistersContext,
  id: string,
  run: string,
): Promise<{ readonly restored: number; readonly removed: number }> {
  const register = getRegister(context, id);
  const { actor } = context;
  const operation = operationsOf(register).import;
  const state = actor.kind === 'account' ? actor.organization.state : undefined;
  authorize(actor, operation, state === undefined ? {} : { state });
  return context.database.as(actor, async (transaction) => {
    await lockRun(transaction, register.id, run);
    const rows = await importTables(transaction)
      .selectFrom('register_import_rows')
      .selectAll()
      .where('import', '=', run)
      .orderBy('row')
      .execute();
    const made = rows.filter(({ outcome }) => outcome === 'new').map(({ record }) => record);
    const found = await loadMany(
      transaction,
      register.id,
      rows.map(({ record }) => record),
      { lock: true },
    );
    const obstacles = rows.flatMap(({ record, change_after: after }): Obstacle[] => {
      const loaded = found.get(record);
      return loaded === undefined || revisionOf(loaded) !== after ? [{ id: record, why: 'changed' }] : [];
    });
    for (const record of await citedByOthers(transaction, register.id, made))
      obstacles.push({ id: record, why: 'cited' });
    if (obstacles.length > 0) throw cannotBeUndone(obstacles);
    for (const { record, outcome, change_before: before } of rows) {
      const loaded = found.get(record);
      if (loaded !== undefined && outcome === 'changed')
        await restore(transaction, context, register, loaded, before ?? '');
    }
    await takeBackRecords(
      transaction,
      context,
      register,
      made.flatMap((record) => found.get(record) ?? []),
    );
    const { by } = actedBy(actor);
    await importTables(transaction)
      .updateTable('register_imports')
      .set({ state: 'undone', undone_by: by, undone_at: context.clock() })
      .where('id', '=', run)
      .execute();
    const counts = { restored: rows.length - made.length, removed: made.length };
    await appendAudit(transaction, {
      actor,
      action: operation.id,
      subject: { kind: `register-import:${register.id}`, id: run },
      details: { act: 'undone', ...counts },
      ...(context.request !== undefined && { request: context.request }),
    });
    return counts;
  });
}

async function lockRun(transaction: Handle, register: string, run: string): Promise<void> {
  const found = await importTables(transaction)
    .selectFrom('register_imports')
    .select('state')
    .where('id', '=', run)
    .where('register', '=', register)
    .forUpdate()
    .executeTakeFirst();
  if (found === undefined) throw notFound();
  if (found.state === 'undone') throw new Problem('conflict', say('This import has been undone already.'));
}

async function restore(
  transaction: Handle,
  context: RegistersContext,
  register: RegisterDefinition,
  loaded: Loaded,
  before: string,
): Promise<void> {
  const known = visibleRegister(register, context.actor, loaded.row.country ?? undefined);
  const version = await findVersion(transaction, context, known, loaded, before);
  if (version === undefined) throw notFound();
  await saveIn(transaction, context, register, loaded.row.id, {
    data: version.data,
    revision: revisionOf(loaded),
    act: 'undone',
  });
}

/** Those of the records that others than themselves refer to. */
async function citedByOthers(
  transaction: Handle,
  register: string,
  records: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ value: string }>`
    select distinct value from (select register, record, value, target from register_values
      union all select register, record, value, target from register_part_values) v
    where target = ${register} and value = any (${[...records]}::text[])
      and not (register = ${register} and record = any (${[...records]}::text[]))`.execute(transaction);
  return rows.map(({ value }) => value);
}

const cannotBeUndone = (records: readonly Obstacle[]): Problem =>
  new Problem(
    'conflict',
    say(
      '{count, plural, one {# record keeps} other {# records keep}} this import from being undone, because it was changed since or others refer to it: {ids}. Restore it by hand, or leave the import as it is.',
      {
        count: records.length,
        ids: records
          .slice(0, 20)
          .map(({ id }) => id)
          .join(', '),
      },
    ),
    { details: { records } },
  );
