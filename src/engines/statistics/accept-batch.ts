import { sql } from 'kysely';
import { appendAudit } from '#kernel/audit/index.ts';
import type { Handle } from '#kernel/database/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { Audience } from '#kernel/policy/index.ts';
import { authorize } from '#kernel/policy/index.ts';
import type { StatisticsContext } from './context.ts';
import { actedBy } from './context.ts';
import { statisticsOperations } from './operations.ts';
import { getBatchForUpdate } from './store/batches.ts';
import { tables } from './store/tables.ts';

type Act = 'accepted' | 'rejected' | 'undone';

/** Which standing a batch must have for an act. */
const from = { accepted: 'staged', rejected: 'staged', undone: 'accepted' } as const;

const operations = {
  accepted: statisticsOperations.accept,
  rejected: statisticsOperations.reject,
  undone: statisticsOperations.undo,
} as const;

/** Accepts what has no error in a staged batch: the next release of its flow holds it. */
export function acceptBatch(context: StatisticsContext, batch: string, note?: string): Promise<void> {
  return settle(context, batch, 'accepted', note);
}

/** Turns a staged batch down; it is kept, with its reason, and never released. */
export function rejectBatch(context: StatisticsContext, batch: string, note: string): Promise<void> {
  return settle(context, batch, 'rejected', note);
}

/** Takes an acceptance back: the next release is made without the batch. What is released already stays as it is. */
export function undoBatch(context: StatisticsContext, batch: string, note: string): Promise<void> {
  return settle(context, batch, 'undone', note);
}

async function settle(context: StatisticsContext, id: string, act: Act, note?: string): Promise<void> {
  authorize(context.actor, operations[act]);
  await context.database.as(context.actor, async (transaction) => {
    const batch = await getBatchForUpdate(transaction, id);
    if (batch.status !== from[act]) {
      throw new Problem(
        'conflict',
        say('The batch {batch} is {status}; only one that is {needed} can be {act}.', {
          batch: id,
          status: batch.status,
          needed: from[act],
          act,
        }),
        { details: { status: batch.status } },
      );
    }
    await record(transaction, context, { id, flow: batch.flow, audience: batch.audience }, act, note);
  });
}

/** The act of acceptance inside an import's own transaction. */
export function acceptInTransaction(
  transaction: Handle,
  context: StatisticsContext,
  batch: { id: string; flow: string; audience: string },
): Promise<void> {
  return record(transaction, context, batch, 'accepted', undefined);
}

async function record(
  transaction: Handle,
  context: StatisticsContext,
  batch: { id: string; flow: string; audience: string },
  act: Act,
  note: string | undefined,
): Promise<void> {
  const { by, role } = actedBy(context.actor);
  await tables(transaction)
    .updateTable('statistics_batches')
    .set({ status: act, accepted_order: act === 'accepted' ? sql<number>`nextval('statistics_acceptance')` : null })
    .where('id', '=', batch.id)
    .execute();
  await tables(transaction)
    .insertInto('statistics_acts')
    .values({
      batch: batch.id,
      act,
      note: note ?? null,
      by_account: by,
      by_role: role,
      at: context.clock(),
      audience: batch.audience,
    })
    .execute();
  await appendAudit(transaction, {
    actor: context.actor,
    action: operations[act].id,
    subject: { kind: 'statistics-batch', id: batch.id },
    audience: batch.audience as Audience,
    details: { flow: batch.flow, ...(note !== undefined && { note }) },
    ...(context.request !== undefined && { request: context.request }),
  });
}
