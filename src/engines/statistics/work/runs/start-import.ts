import { randomUUID } from 'node:crypto';
import type { Handle } from '#kernel/database/index.ts';
import { Problem, type ProblemKind } from '#kernel/errors/problem.ts';
import { say, type Message } from '#kernel/i18n/say.ts';
import { authorize } from '#kernel/policy/index.ts';
import type { Actor } from '#kernel/policy/actor.ts';
import { readTable } from '#kernel/spreadsheet/index.ts';
import { actedBy } from '../../context.ts';
import { importFile, type Imported } from '../../import-file.ts';
import { resolveFlow } from '../../import/resolve-flow.ts';
import { statisticsOperations } from '../../operations.ts';
import type { WorkDeps } from '../deps.ts';
import { workTables } from '../store/tables.ts';
import type { ReceivedFile } from '../upload/receive-upload.ts';
import { mostKept, type DryRunResult, type ImportRun } from './run.ts';
import { findRunByToken, presentRun } from './run-rows.ts';

export interface ImportRequest {
  readonly file: ReceivedFile;
  readonly flow: string;
  readonly mapping?: string;
  readonly dryRun: boolean;
  readonly accept: boolean;
  /** Made by whoever sends; the same one again leads to the same run. */
  readonly token: string;
  /** Id of the request, for the audit log. */
  readonly request?: string;
}

export interface StartedImport {
  readonly run: ImportRun;
  /** The request had been sent before; nothing was begun. */
  readonly repeated: boolean;
  /** Resolves when the run has ended, well or not; never rejects. */
  readonly ended: Promise<void>;
}

/** How often a run says that it is alive, and how far it has come, in milliseconds. */
const beat = 1000;

/** One import of a data folder at a time: each takes a quarter of a small server's memory. */
const lines = new Map<string, Promise<void>>();

/**
 * Begins an import that goes on by itself; its progress is in the record, for whoever asks. What is plainly wrong (no right,
 * no such flow or mapping, not a table) is refused at once. `cleanUp` is called when the file is no longer needed.
 */
export async function startImport(
  deps: WorkDeps,
  actor: Actor,
  wanted: ImportRequest,
  cleanUp: () => Promise<void>,
): Promise<StartedImport> {
  const context = deps.context(actor, wanted.request === undefined ? {} : { request: wanted.request });
  try {
    authorize(actor, statisticsOperations.import);
    if (wanted.accept) authorize(actor, statisticsOperations.accept);
    const { by, role } = actedBy(actor);
    const known = await context.database.as(actor, (transaction) => findRunByToken(transaction, by, wanted.token));
    if (known !== undefined) return await repeat(deps, known, wanted, cleanUp);
    await resolveFlow(context, wanted.flow, wanted.mapping);
    await (await readTable(wanted.file.path, { name: wanted.file.name })).close();
    const id = randomUUID();
    const now = deps.clock();
    const begun = await context.database.as(actor, (transaction) =>
      workTables(transaction)
        .insertInto('statistics_imports')
        .values({
          id,
          token: wanted.token,
          by_account: by,
          by_role: role,
          flow: wanted.flow,
          mapping: wanted.mapping ?? null,
          file_name: wanted.file.name,
          file_sha256: wanted.file.sha256,
          file_size: wanted.file.size,
          dry_run: wanted.dryRun,
          accept: wanted.accept,
          state: 'waiting',
          doing: null,
          rows: 0,
          begun_at: now,
          seen_at: now,
          ended_at: null,
          batch: null,
          result: null,
          problem: null,
          audience: 'office',
        })
        .onConflict((conflict) => conflict.columns(['by_account', 'token']).doNothing())
        .returning('id')
        .executeTakeFirst(),
    );
    const row = await context.database.as(actor, (transaction) => findRunByToken(transaction, by, wanted.token));
    if (row === undefined) throw new Error('an import that was just recorded is not there');
    if (begun === undefined) return await repeat(deps, row, wanted, cleanUp);
    const ended = inLine(deps.dataFolder, () => run(deps, actor, id, wanted, cleanUp));
    return { run: presentRun(row, deps.clock()), repeated: false, ended };
  } catch (error) {
    await cleanUp();
    throw error;
  }
}

async function repeat(
  deps: WorkDeps,
  row: NonNullable<Awaited<ReturnType<typeof findRunByToken>>>,
  wanted: ImportRequest,
  cleanUp: () => Promise<void>,
): Promise<StartedImport> {
  const same =
    row.file_sha256 === wanted.file.sha256 &&
    row.flow === wanted.flow &&
    row.mapping === (wanted.mapping ?? null) &&
    row.dry_run === wanted.dryRun &&
    row.accept === wanted.accept;
  if (!same) {
    throw new Problem(
      'conflict',
      say('This form was sent before with something else in it. Open the page again and send it anew.'),
    );
  }
  await cleanUp();
  return { run: presentRun(row, deps.clock()), repeated: true, ended: Promise.resolve() };
}

function inLine(dataFolder: string, work: () => Promise<void>): Promise<void> {
  const before = lines.get(dataFolder) ?? Promise.resolve();
  const own = before.then(work);
  lines.set(dataFolder, own);
  return own;
}

/** Never rejects: what goes wrong is in the record, for the person who comes back. */
async function run(
  deps: WorkDeps,
  actor: Actor,
  id: string,
  wanted: ImportRequest,
  cleanUp: () => Promise<void>,
): Promise<void> {
  let far = { doing: 'reading', rows: 0 };
  const context = deps.context(actor, {
    ...(wanted.request !== undefined && { request: wanted.request }),
    progress: (step) => (far = step),
  });
  // The run is the house's own work; its row is kept as owner, as jobs are.
  const { owner } = context.database;
  const tell = (): Promise<void> => update(owner, id, { state: 'running', ...far, seen_at: deps.clock() });
  const timer = setInterval(() => void tell().catch(() => undefined), beat);
  try {
    await tell().catch(() => undefined);
    const { file, flow, mapping, dryRun, accept } = wanted;
    const options = {
      path: file.path,
      name: file.name,
      flow,
      ...(mapping !== undefined && { mapping }),
      dryRun,
      accept,
    };
    const imported = await importFile(context, options);
    await cleanUp();
    // What is accepted stays accepted when the index cannot be read again now; it will be later.
    if (accept && imported.batch !== undefined) await deps.afterChange().catch(() => undefined);
    clearInterval(timer);
    await update(owner, id, {
      state: 'done',
      rows: imported.rows,
      ended_at: deps.clock(),
      batch: imported.batch ?? null,
      result: dryRun ? JSON.stringify(asResult(imported)) : null,
    });
  } catch (error) {
    clearInterval(timer);
    await cleanUp();
    await update(owner, id, { state: 'failed', ended_at: deps.clock(), problem: JSON.stringify(why(error)) }).catch(
      // The database is gone as well: the run will read as interrupted.
      () => undefined,
    );
  }
}

async function update(
  owner: Handle,
  id: string,
  values: Partial<{
    state: 'running' | 'done' | 'failed';
    doing: string;
    rows: number;
    seen_at: Date;
    ended_at: Date;
    batch: string | null;
    result: string | null;
    problem: string;
  }>,
): Promise<void> {
  await workTables(owner)
    .updateTable('statistics_imports')
    .set(values)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}

function asResult({ findings, rows, observations, suppressed, rejected }: Imported): DryRunResult {
  return {
    rows,
    observations,
    suppressed,
    rejected,
    findingsFound: findings.length,
    findings: findings.slice(0, mostKept),
  };
}

function why(error: unknown): { kind: ProblemKind; said: Message } {
  if (error instanceof Problem) return { kind: error.kind, said: error.said };
  return {
    kind: 'unavailable',
    said: say('Something went wrong on our side, and nothing was imported. Try again, and report it if it stays.'),
  };
}
