import { authorize } from '#kernel/policy/index.ts';
import type { StatisticsContext } from '../../context.ts';
import { statisticsOperations } from '../../operations.ts';
import type { DryRunResult, ImportRun } from './run.ts';
import { findDryRunResult, findRunRow, presentRun, selectRunsWithoutBatch } from './run-rows.ts';

const idForm = /^[0-9a-f-]{36}$/;

/** A run by its id; undefined when there is none, or the actor may not know of it. */
export async function findRun(context: StatisticsContext, id: string): Promise<ImportRun | undefined> {
  authorize(context.actor, statisticsOperations.batches);
  if (!idForm.test(id)) return undefined;
  const row = await context.database.as(context.actor, (transaction) => findRunRow(transaction, id));
  return row === undefined ? undefined : presentRun(row, context.clock());
}

/** What a dry run found; undefined before its end and for other runs. */
export async function findDryRun(context: StatisticsContext, id: string): Promise<DryRunResult | undefined> {
  authorize(context.actor, statisticsOperations.batches);
  return context.database.as(context.actor, (transaction) => findDryRunResult(transaction, id));
}

/** Files that are under way, or that came to nothing: failed, interrupted, tried out. */
export async function listRuns(context: StatisticsContext, limit = 8): Promise<readonly ImportRun[]> {
  authorize(context.actor, statisticsOperations.batches);
  const rows = await context.database.as(context.actor, (transaction) => selectRunsWithoutBatch(transaction, limit));
  return rows.map((row) => presentRun(row, context.clock()));
}
