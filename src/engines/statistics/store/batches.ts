import type { Selectable } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { tables, type StatisticsTables } from './tables.ts';

export type BatchRow = Selectable<StatisticsTables['statistics_batches']>;

export function noSuchBatch(id: string): Problem {
  return new Problem('not-found', say('There is no batch {batch}.', { batch: id }));
}

/** The batch, locked against another acceptance or withdrawal at the same time. */
export async function getBatchForUpdate(transaction: Handle, id: string): Promise<BatchRow> {
  const row = await tables(transaction)
    .selectFrom('statistics_batches')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw noSuchBatch(id);
  return row;
}

export async function findBatch(transaction: Handle, id: string): Promise<BatchRow | undefined> {
  return tables(transaction).selectFrom('statistics_batches').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Accepted batches of a flow, the first accepted first. */
export async function acceptedBatches(transaction: Handle, flow: string): Promise<readonly BatchRow[]> {
  return tables(transaction)
    .selectFrom('statistics_batches')
    .selectAll()
    .where('flow', '=', flow)
    .where('status', '=', 'accepted')
    .orderBy('accepted_order')
    .execute();
}

export async function selectBatches(
  transaction: Handle,
  {
    flow,
    status,
    offset = 0,
    limit = 100,
  }: { flow?: string; status?: BatchRow['status']; offset?: number; limit?: number },
): Promise<readonly BatchRow[]> {
  let query = tables(transaction).selectFrom('statistics_batches').selectAll();
  if (flow !== undefined) query = query.where('flow', '=', flow);
  if (status !== undefined) query = query.where('status', '=', status);
  return query.orderBy('imported_at', 'desc').orderBy('id').offset(offset).limit(limit).execute();
}

export type ActRow = Selectable<StatisticsTables['statistics_acts']>;

/** What became of a batch, in order. */
export async function selectActs(transaction: Handle, batch: string): Promise<readonly ActRow[]> {
  return tables(transaction)
    .selectFrom('statistics_acts')
    .selectAll()
    .where('batch', '=', batch)
    .orderBy('id')
    .execute();
}
