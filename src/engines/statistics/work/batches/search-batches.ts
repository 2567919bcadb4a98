import { appendRead } from '#kernel/audit/index.ts';
import type { Handle } from '#kernel/database/index.ts';
import { sql } from 'kysely';
import { authorize } from '#kernel/policy/index.ts';
import type { StatisticsContext } from '../../context.ts';
import { summaryOf, type BatchSummary } from '../../list-batches.ts';
import { demonstrationName, hidesDemonstration } from '../../model/demonstration.ts';
import { statisticsOperations } from '../../operations.ts';
import type { BatchStatus } from '../../store/tables.ts';
import { workTables } from '../store/tables.ts';

export interface BatchFilter {
  readonly flow?: string;
  readonly status?: BatchStatus;
}

export interface FoundBatches {
  readonly total: number;
  /** How many of each, with the other filter as it is. */
  readonly byStatus: readonly { readonly value: string; readonly count: number }[];
  readonly byFlow: readonly { readonly value: string; readonly count: number }[];
  readonly batches: readonly BatchSummary[];
}

/** The one place that says which batches are meant: list, count, facets and export ask it. */
function matching(transaction: Handle, { flow, status, demonstration }: BatchFilter & { demonstration: boolean }) {
  let query = workTables(transaction).selectFrom('statistics_batches');
  if (!demonstration) query = query.where(sql<boolean>`flow !~ ${demonstrationName}`);
  if (flow !== undefined) query = query.where('flow', '=', flow);
  if (status !== undefined) query = query.where('status', '=', status);
  return query;
}

/** A page of the batches that the actor may see, the latest first, with what there is to filter by. */
export async function searchBatches(
  context: StatisticsContext,
  filter: BatchFilter,
  { page, size }: { page: number; size: number },
): Promise<FoundBatches> {
  authorize(context.actor, statisticsOperations.batches);
  const demonstration = !hidesDemonstration(context);
  return context.database.as(context.actor, async (transaction) => {
    await appendRead(transaction, statisticsOperations.batches, {
      actor: context.actor,
      subject: { kind: 'statistics-batches' },
      details: { ...filter, page },
    });
    const { status, flow } = filter;
    const rows = await matching(transaction, { ...filter, demonstration })
      .selectAll()
      .orderBy('imported_at', 'desc')
      .orderBy('id')
      .offset((page - 1) * size)
      .limit(size)
      .execute();
    const total = await matching(transaction, { ...filter, demonstration })
      .select(({ fn }) => fn.countAll().as('count'))
      .executeTakeFirstOrThrow();
    return {
      total: Number(total.count),
      byStatus: await facet(transaction, { ...(flow !== undefined && { flow }), demonstration }, 'status'),
      byFlow: await facet(transaction, { ...(status !== undefined && { status }), demonstration }, 'flow'),
      batches: rows.map(summaryOf),
    };
  });
}

async function facet(transaction: Handle, filter: Parameters<typeof matching>[1], column: 'status' | 'flow') {
  const rows = await matching(transaction, filter)
    .select(({ fn }) => [column, fn.countAll().as('count')])
    .groupBy(column)
    .orderBy(column)
    .execute();
  return rows.map((row) => ({ value: row[column], count: Number(row.count) }));
}
