import { authorize } from '#kernel/policy/index.ts';
import type { StatisticsContext } from '../../context.ts';
import { listFlows } from '../../find-flow.ts';
import type { Text } from '#kernel/i18n/say.ts';
import { listReleases, type ReleaseSummary } from '../../list-releases.ts';
import { flowName } from '../../model/structure.ts';
import { statisticsOperations } from '../../operations.ts';
import { workTables } from '../store/tables.ts';

export interface FlowOverview {
  readonly id: string;
  readonly name: Text;
  /** The latest that is not withdrawn; under embargo too. */
  readonly current: ReleaseSummary | undefined;
  readonly releases: number;
  /** Accepted batches in all, and acts of acceptance or taking back since the current release. */
  readonly accepted: number;
  readonly actsSince: number;
}

/** Every flow with its release and what waits to be released. */
export async function releaseOverview(context: StatisticsContext): Promise<readonly FlowOverview[]> {
  authorize(context.actor, statisticsOperations.batches);
  const flows = await listFlows(context);
  const releases = await listReleases(context);
  const { accepted, acts } = await context.database.as(context.actor, async (transaction) => ({
    accepted: await workTables(transaction)
      .selectFrom('statistics_batches')
      .select(({ fn }) => ['flow', fn.countAll().as('count')])
      .where('status', '=', 'accepted')
      .groupBy('flow')
      .execute(),
    acts: await workTables(transaction)
      .selectFrom('statistics_acts')
      .innerJoin('statistics_batches', 'statistics_batches.id', 'statistics_acts.batch')
      .select(['statistics_batches.flow', 'statistics_acts.at'])
      .where('act', 'in', ['accepted', 'undone'])
      .execute(),
  }));
  return flows.map(({ flow }) => {
    const id = flowName(flow);
    const own = releases.filter((each) => each.flow === id);
    const current = own.findLast(({ withdrawn }) => withdrawn === undefined);
    const since = current?.releasedAt.getTime() ?? Number.NEGATIVE_INFINITY;
    return {
      id,
      name: flow.name,
      current,
      releases: own.length,
      accepted: Number(accepted.find((each) => each.flow === id)?.count ?? 0),
      actsSince: acts.filter((each) => each.flow === id && each.at.getTime() > since).length,
    };
  });
}
