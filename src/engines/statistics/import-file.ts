import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { appendAudit } from '#kernel/audit/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say, type Message } from '#kernel/i18n/say.ts';
import { authorize } from '#kernel/policy/index.ts';
import { acceptInTransaction } from './accept-batch.ts';
import type { Severity } from './checks/check.ts';
import type { Finding } from './checks/finding.ts';
import { checker } from './checks/run-checks.ts';
import type { StatisticsContext } from './context.ts';
import { actedBy } from './context.ts';
import { english } from './english.ts';
import { readInto } from './import/read-into.ts';
import { resolveFlow } from './import/resolve-flow.ts';
import { flowName } from './model/structure.ts';
import { statisticsOperations } from './operations.ts';
import { foldersOf } from './store/cube/folders.ts';
import { layoutFor, readFrames } from './store/cube/read-frames.ts';
import { inWorkshop } from './store/cube/workshop.ts';
import type { Workshop } from './store/cube/workshop.ts';
import type { BatchCounts, Mark } from './store/cube/write-batch.ts';
import { keepBatch, markRows, sortStaged } from './store/cube/write-batch.ts';
import { insertBatch } from './store/insert-batch.ts';
import { storeFlow } from './store/stored-flows.ts';

export interface ImportOptions {
  readonly path: string;
  /** As the person calls it; by default the path's last part. */
  readonly name?: string;
  /** `AGENCY:FLOW`. One that does not exist is made when a mapping is named that can make it. */
  readonly flow: string;
  readonly mapping?: string;
  /** Reads and checks everything, and keeps nothing. */
  readonly dryRun?: boolean;
  /** Accepts what has no error, in the same transaction. */
  readonly accept?: boolean;
}

export interface ImportedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly row: number | null;
  readonly column: string | null;
  readonly key: Readonly<Record<string, string>>;
  /** English, and the same to be translated. */
  readonly message: string;
  readonly said: Message;
}

export interface Imported extends BatchCounts {
  readonly findings: readonly ImportedFinding[];
  /** Absent after a dry run. */
  readonly batch?: string;
}

/**
 * Reads a workbook, CSV or SDMX-CSV file into a batch: every row is kept, every finding recorded, nothing is released.
 * `rows = observations + suppressed + rejected`. Problems: `not-found` (flow), `invalid` (mapping, header, file), `unavailable` (disk).
 */
export async function importFile(context: StatisticsContext, options: ImportOptions): Promise<Imported> {
  authorize(context.actor, statisticsOperations.import);
  if (options.accept === true) authorize(context.actor, statisticsOperations.accept);
  const resolved = await resolveFlow(context, options.flow, options.mapping);
  const name = options.name ?? basename(options.path);
  const folders = foldersOf(context.dataFolder);
  return inWorkshop(folders, async (workshop) => {
    const findings: Finding[] = [];
    const found = (finding: Finding): void => {
      if (findings.push(finding) > mostFindings) throw tooManyFindings(name, findings);
    };
    const read = await readInto(workshop, { path: options.path, name, ...resolved, found, progress: context.progress });
    const { definition } = read;
    await sortStaged(workshop, definition.flow.structure);
    // Read once more to be kept, while the checks run; a file that is refused later is kept all the same, unnamed.
    const kept = options.dryRun === true ? undefined : context.files.keep(options.path, name);
    kept?.catch(() => undefined);
    await read.tellFaults?.();
    const marks = await check(context, workshop, definition, found);
    for (const { severity, row } of findings) if (severity === 'error' && row !== undefined) marks.set(row, 'rejected');
    const counts = await markRows(workshop, marks);
    if (counts.rows === 0)
      throw new Problem('invalid', say('The file has a header and no rows below it. There is nothing to import.'));
    findings.sort(byRow);
    const answer = { ...counts, findings: findings.map(asAnswer) };
    if (kept === undefined) return answer;

    context.progress?.({ doing: 'writing', rows: counts.rows });
    const { sha256 } = await kept;
    const id = randomUUID();
    await keepBatch(workshop, folders, id);
    const at = context.clock();
    const { by, role } = actedBy(context.actor);
    await context.database.as(context.actor, async (transaction) => {
      if (read.grown !== undefined) await storeFlow(transaction, options.flow, read.grown, { at, by });
      const batch = {
        id,
        flow: flowName(definition.flow),
        mapping: read.mapping,
        mapping_version: read.mappingVersion ?? null,
        reads: JSON.stringify(read.reads),
        file_name: name,
        file_sha256: sha256,
        header_row: read.headerRow,
        columns: JSON.stringify(read.columns),
        ...counts,
        imported_by: by,
        imported_role: role,
        imported_at: at,
        audience: definition.findingsAudience,
        figures_audience: definition.audience,
      };
      await insertBatch(transaction, batch, definition.flow.structure, findings);
      await appendAudit(transaction, {
        actor: context.actor,
        action: statisticsOperations.import.id,
        subject: { kind: 'statistics-batch', id },
        details: { flow: batch.flow, sha256, ...counts },
        ...(context.request !== undefined && { request: context.request }),
      });
      if (options.accept === true)
        await acceptInTransaction(transaction, context, { id, flow: batch.flow, audience: batch.audience });
    });
    return { ...answer, batch: id };
  });
}

/** None is dropped: a file with more is of the wrong kind, or goes through the wrong mapping, and is refused as a whole. */
const mostFindings = 1_000_000;

function tooManyFindings(file: string, findings: readonly Finding[]): Problem {
  const byRule = Map.groupBy(findings, ({ rule }) => rule);
  const most = [...byRule].sort(([, a], [, b]) => b.length - a.length).slice(0, 3);
  return new Problem(
    'too-large',
    say(
      '{file} gives more than {most} findings (mostly {rules}), so nothing was kept. Look at its first rows with --dry-run, and at the flow and mapping that it goes through.',
      { file, most: mostFindings, rules: most.map(([rule]) => rule).join(', ') },
    ),
  );
}

/** Runs the flow's checks area by area; says which rows have an error and which repeat another. */
async function check(
  context: StatisticsContext,
  workshop: Workshop,
  { flow, checks }: Awaited<ReturnType<typeof readInto>>['definition'],
  found: (finding: Finding) => void,
): Promise<Map<number, Mark>> {
  const marks = new Map<number, Mark>();
  const repeats = new Set(checks.filter(({ kind }) => kind === 'duplicate').map(({ id }) => id));
  const layout = await layoutFor(workshop, flow.structure);
  const judge = checker(checks, layout, { year: context.clock().getUTCFullYear() }, (finding) => {
    if (finding.row !== undefined && finding.severity === 'warning' && repeats.has(finding.rule))
      marks.set(finding.row, 'repeated');
    found(finding);
  });
  let rows = 0;
  for await (const frame of readFrames(workshop, layout)) {
    judge.check(frame);
    rows += frame.length;
    context.progress?.({ doing: 'checking', rows });
  }
  judge.finish();
  return marks;
}

const byRow = (a: Finding, b: Finding): number => (a.row ?? 0) - (b.row ?? 0);

function asAnswer({ rule, severity, row, column, key, said }: Finding): ImportedFinding {
  return { rule, severity, row: row ?? null, column: column ?? null, key, message: english(said), said };
}
