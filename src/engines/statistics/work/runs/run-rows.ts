import type { Selectable } from 'kysely';
import * as z from 'zod';
import type { Handle } from '#kernel/database/index.ts';
import { problemKinds, type ProblemKind } from '#kernel/errors/problem.ts';
import type { Message } from '#kernel/i18n/say.ts';
import { workTables, type WorkTables } from '../store/tables.ts';
import type { DryRunResult, ImportRun } from './run.ts';

type RunRow = Omit<Selectable<WorkTables['statistics_imports']>, 'result'>;

/** A run that has not been seen for so long (milliseconds) has lost its server. */
const lostAfter = 30_000;

const columns = [
  'id',
  'token',
  'by_account',
  'by_role',
  'flow',
  'mapping',
  'file_name',
  'file_sha256',
  'file_size',
  'dry_run',
  'accept',
  'state',
  'doing',
  'rows',
  'begun_at',
  'seen_at',
  'ended_at',
  'batch',
  'problem',
  'audience',
] as const;

export async function findRunRow(transaction: Handle, id: string): Promise<RunRow | undefined> {
  return workTables(transaction)
    .selectFrom('statistics_imports')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function findRunByToken(transaction: Handle, account: string, token: string): Promise<RunRow | undefined> {
  return workTables(transaction)
    .selectFrom('statistics_imports')
    .select(columns)
    .where('by_account', '=', account)
    .where('token', '=', token)
    .executeTakeFirst();
}

/** Runs that left no batch: under way, failed, interrupted, dry; the latest first. */
export async function selectRunsWithoutBatch(transaction: Handle, limit: number): Promise<readonly RunRow[]> {
  return workTables(transaction)
    .selectFrom('statistics_imports')
    .select(columns)
    .where('batch', 'is', null)
    .orderBy('begun_at', 'desc')
    .limit(limit)
    .execute();
}

const message = z.object({
  id: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
const finding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  row: z.number().nullable(),
  column: z.string().nullable(),
  key: z.record(z.string(), z.string()),
  message: z.string(),
  said: message.optional(),
});
const result = z.object({
  rows: z.number(),
  observations: z.number(),
  suppressed: z.number(),
  rejected: z.number(),
  findingsFound: z.number(),
  findings: z.array(finding),
});

export async function findDryRunResult(transaction: Handle, id: string): Promise<DryRunResult | undefined> {
  const row = await workTables(transaction)
    .selectFrom('statistics_imports')
    .select('result')
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined || row.result === null) return undefined;
  const { findings, ...counts } = result.parse(row.result);
  // Runs from before findings kept their message for translation have its English alone.
  return {
    ...counts,
    findings: findings.map(({ said, ...each }) => ({ ...each, said: messageOf(said ?? { id: each.message }) })),
  };
}

const isKind = (kind: string): kind is ProblemKind => Object.hasOwn(problemKinds, kind);
const stored = z.object({
  kind: z.string().refine(isKind),
  said: message,
});

export function presentRun(row: RunRow, now: Date): ImportRun {
  const under = row.state === 'waiting' || row.state === 'running';
  const lost = under && now.getTime() - row.seen_at.getTime() > lostAfter;
  return {
    id: row.id,
    by: row.by_account,
    flow: row.flow,
    mapping: row.mapping ?? undefined,
    file: { name: row.file_name, sha256: row.file_sha256, size: row.file_size },
    dryRun: row.dry_run,
    accept: row.accept,
    state: lost ? 'interrupted' : row.state,
    doing: row.doing ?? undefined,
    rows: row.rows,
    begunAt: row.begun_at,
    endedAt: row.ended_at ?? undefined,
    batch: row.batch ?? undefined,
    ...problemOf(row.problem),
  };
}

function problemOf(problem: unknown): Pick<ImportRun, 'problem' | 'problemKind'> {
  if (problem === null) return { problem: undefined, problemKind: undefined };
  const { kind, said } = stored.parse(problem);
  return { problem: messageOf(said), problemKind: kind };
}

function messageOf({ id, values }: z.infer<typeof message>): Message {
  return values === undefined ? { id } : { id, values };
}
