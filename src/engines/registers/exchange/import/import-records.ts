import { createHash, randomBytes } from 'node:crypto';
import { appendAudit } from '#kernel/audit/index.ts';
import type { Handle } from '#kernel/database/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { authorize, type Actor, type Audience } from '#kernel/policy/index.ts';
import { actedBy, getRegister, type RegistersContext } from '../../context.ts';
import type { RegisterDefinition } from '../../definition.ts';
import { operationsOf } from '../../operations.ts';
import { revisionOf } from '../../store/load-record.ts';
import { visibleRegister } from '../../store/visible-fields.ts';
import { loadMany } from './load-many.ts';
import type { ImportedRow, OpenedImport } from '../imported-row.ts';
import type { ColumnMapping } from '../mapping.ts';
import { openImport } from '../open-import.ts';
import { applyRows, type AppliedRow } from './apply-rows.ts';
import { countOutcomes, type ImportReport } from './import-report.ts';
import { findMapping, rememberMapping } from './remembered-mapping.ts';
import { importTables } from './tables.ts';

/** More rows than these are for several files. */
export const mostRows = 10_000;

export interface ImportInput {
  readonly bytes: Uint8Array;
  /** Of the file, as people call it. */
  readonly name: string;
  /** As a person corrected it; else as it was the last time, else guessed. */
  readonly mapping?: ColumnMapping;
  /** Does and checks everything, and keeps nothing. */
  readonly dryRun: boolean;
  /** Moves that new records make at once: `['publish']`. */
  readonly moves?: readonly string[];
  readonly demonstration?: boolean;
}

/** Thrown to leave the transaction of a dry run, so that nothing of it stays. */
class NothingKept extends Error {
  readonly report: ImportReport;
  constructor(report: ImportReport) {
    super('A dry run keeps nothing.');
    this.report = report;
  }
}

/**
 * Takes over a file of records: new ones are made, known ones (by id or key) saved, all in one transaction or none. Problem `invalid`
 * with the whole report in `details` when a row is refused; a dry run gives the report instead.
 */
export async function importRecords(context: RegistersContext, id: string, input: ImportInput): Promise<ImportReport> {
  const register = getRegister(context, id);
  const { actor, database } = context;
  const { import: operation } = operationsOf(register);
  authorize(actor, operation, ownState(actor));
  const known = visibleRegister(register, actor);
  const remembered = (fingerprint: string): Promise<ColumnMapping | undefined> =>
    database.as(actor, (transaction) => findMapping(transaction, register.id, fingerprint));
  const { bytes, name, mapping } = input;
  const file = await openImport(known, bytes, { name, remembered, ...(mapping !== undefined && { mapping }) });
  try {
    const rows = await gatherRows(file);
    return await database.as(actor, async (transaction) => {
      const applied = await applyRows(transaction, context, register, rows, {
        moves: input.moves ?? [],
        demonstration: input.demonstration ?? false,
      });
      const report = reportOf(file, applied);
      if (input.dryRun) throw new NothingKept(report);
      const { refused } = report.counts;
      if (refused > 0) throw refusedRows(refused, report);
      const run = await keepRun(transaction, context, register, input, report, applied);
      return { ...report, id: run };
    });
  } catch (error) {
    if (error instanceof NothingKept) return error.report;
    throw error;
  } finally {
    await file.close();
  }
}

const ownState = (actor: Actor): { state?: string } =>
  actor.kind === 'account' && actor.organization.state !== undefined ? { state: actor.organization.state } : {};

async function gatherRows(file: OpenedImport): Promise<readonly ImportedRow[]> {
  const rows: ImportedRow[] = [];
  for await (const row of file.rows()) {
    if (rows.length === mostRows)
      throw new Problem(
        'too-large',
        say('The file has more than {most, number} rows. Divide it into several.', { most: mostRows }),
      );
    rows.push(row);
  }
  if (rows.length === 0)
    throw new Problem('invalid', say('The file has headings and no rows under them. Nothing was imported.'));
  return rows;
}

function reportOf({ mapping, unmapped, notes }: OpenedImport, applied: readonly AppliedRow[]): ImportReport {
  const rows = applied.map(({ row, outcome, id, fields, findings }) => ({
    row,
    outcome,
    ...(id !== undefined && { id }),
    fields,
    findings,
  }));
  return { mapping, unmapped, notes, counts: countOutcomes(rows), rows };
}

const refusedRows = (count: number, report: ImportReport): Problem =>
  new Problem(
    'invalid',
    say(
      '{count, plural, one {# row has} other {# rows have}} something to put right. Nothing was imported: correct the file and upload it again.',
      {
        count,
      },
    ),
    { details: { report } },
  );

async function keepRun(
  transaction: Handle,
  context: RegistersContext,
  register: RegisterDefinition,
  { bytes, name, mapping }: ImportInput,
  { counts, mapping: used }: ImportReport,
  applied: readonly AppliedRow[],
): Promise<string> {
  const id = randomBytes(9).toString('base64url').replaceAll(/[-_]/g, 'x');
  const at = context.clock();
  const { by, role } = actedBy(context.actor);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const state = ownState(context.actor).state;
  const audience: Audience = state === undefined ? 'office' : `state:${state}`;
  const kept = { rows: counts.rows, new: counts.new, changed: counts.changed, same: counts.same };
  await importTables(transaction)
    .insertInto('register_imports')
    .values({
      id,
      register: register.id,
      file: name.slice(0, 300),
      sha256,
      state: 'done',
      ...kept,
      by_account: by,
      by_role: role,
      at,
      undone_by: null,
      undone_at: null,
      audience,
    })
    .execute();
  const touched = applied.filter(({ outcome }) => outcome === 'new' || outcome === 'changed');
  const after = await loadMany(
    transaction,
    register.id,
    touched.flatMap(({ id: record }) => record ?? []),
  );
  const written = touched.flatMap(({ outcome, id: record = '', row, before }) => {
    const loaded = after.get(record);
    if (loaded === undefined || (outcome !== 'new' && outcome !== 'changed')) return [];
    return [
      {
        import: id,
        register: register.id,
        record,
        row,
        outcome,
        change_before: before ?? null,
        change_after: revisionOf(loaded),
      },
    ];
  });
  for (let from = 0; from < written.length; from += 1000)
    await importTables(transaction)
      .insertInto('register_import_rows')
      .values(written.slice(from, from + 1000))
      .execute();
  if (mapping !== undefined) await rememberMapping(transaction, register.id, used, at);
  await appendAudit(transaction, {
    actor: context.actor,
    action: operationsOf(register).import.id,
    subject: { kind: `register-import:${register.id}`, id },
    details: { act: 'imported', file: name.slice(0, 300), sha256, ...kept },
    ...(context.request !== undefined && { request: context.request }),
  });
  return id;
}
