import { appendRead } from '#kernel/audit/index.ts';
import { authorize } from '#kernel/policy/index.ts';
import type { StatisticsContext } from './context.ts';
import { statisticsOperations } from './operations.ts';
import { type BatchRow, findBatch, noSuchBatch, selectActs, selectBatches } from './store/batches.ts';
import type { BatchStatus } from './store/tables.ts';

export interface BatchSummary {
  readonly id: string;
  readonly flow: string;
  readonly mapping: string;
  readonly mappingVersion: string | undefined;
  readonly file: { readonly name: string; readonly sha256: string };
  readonly rows: number;
  readonly observations: number;
  readonly suppressed: number;
  readonly rejected: number;
  readonly status: BatchStatus;
  readonly importedAt: Date;
  /** Account id, or `operator`. */
  readonly importedBy: string;
}

export interface BatchAct {
  readonly act: 'accepted' | 'rejected' | 'undone';
  readonly at: Date;
  readonly by: string;
  readonly role: string;
  readonly note: string | undefined;
}

/** Batches the actor may see, the latest first. */
export async function listBatches(
  context: StatisticsContext,
  filter: { flow?: string; status?: BatchStatus; offset?: number; limit?: number } = {},
): Promise<readonly BatchSummary[]> {
  authorize(context.actor, statisticsOperations.batches);
  const rows = await context.database.as(context.actor, async (transaction) => {
    await appendRead(transaction, statisticsOperations.batches, {
      actor: context.actor,
      subject: { kind: 'statistics-batches' },
      details: { ...filter },
    });
    return selectBatches(transaction, filter);
  });
  return rows.map(summaryOf);
}

/** One batch with what became of it. */
export async function getBatch(
  context: StatisticsContext,
  id: string,
): Promise<BatchSummary & { readonly acts: readonly BatchAct[] }> {
  authorize(context.actor, statisticsOperations.batches);
  return context.database.as(context.actor, async (transaction) => {
    const row = await findBatch(transaction, id);
    if (row === undefined) throw noSuchBatch(id);
    const acts = await selectActs(transaction, id);
    await appendRead(transaction, statisticsOperations.batches, {
      actor: context.actor,
      subject: { kind: 'statistics-batch', id },
    });
    return {
      ...summaryOf(row),
      acts: acts.map(({ act, at, by_account: by, by_role: role, note }) => ({
        act,
        at,
        by,
        role,
        note: note ?? undefined,
      })),
    };
  });
}

/** A row of the record as lists and pages take it. */
export function summaryOf(row: BatchRow): BatchSummary {
  const { id, flow, mapping, rows, observations, suppressed, rejected, status } = row;
  return {
    id,
    flow,
    mapping,
    mappingVersion: row.mapping_version ?? undefined,
    file: { name: row.file_name, sha256: row.file_sha256 },
    rows,
    observations,
    suppressed,
    rejected,
    status,
    importedAt: row.imported_at,
    importedBy: row.imported_by,
  };
}
