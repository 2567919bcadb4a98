import { authorize } from '#kernel/policy/index.ts';
import type { StatisticsContext } from '../../context.ts';
import { getFlow } from '../../find-flow.ts';
import { statisticsOperations } from '../../operations.ts';
import { acceptedBatches, findBatch, noSuchBatch } from '../../store/batches.ts';
import { acceptedRelation } from '../../store/cube/accepted-relation.ts';
import { foldersOf } from '../../store/cube/folders.ts';
import { inWorkshop } from '../../store/cube/workshop.ts';
import { compare, type Changes } from './compare.ts';

/** What accepting a staged batch, or taking an accepted one back, would change in the accepted state of its flow. Changes nothing. */
export async function previewBatch(context: StatisticsContext, id: string, act: 'accept' | 'undo'): Promise<Changes> {
  authorize(context.actor, statisticsOperations.batches);
  const { batch, accepted } = await context.database.as(context.actor, async (transaction) => {
    const found = await findBatch(transaction, id);
    if (found === undefined) throw noSuchBatch(id);
    return { batch: found, accepted: await acceptedBatches(transaction, found.flow) };
  });
  const { flow } = await getFlow(context, batch.flow);
  const others = accepted.filter((each) => each.id !== id);
  const folders = foldersOf(context.dataFolder);
  return inWorkshop(folders, async (workshop) => {
    const relation = async (batches: typeof accepted): Promise<string | undefined> =>
      batches.length === 0 ? undefined : (await acceptedRelation(workshop, folders, flow.structure, batches)).sql;
    return compare(workshop, flow.structure, {
      before: await relation(accepted),
      after: await relation(act === 'accept' ? [...others, batch] : others),
    });
  });
}
