import type { Text } from '#kernel/i18n/index.ts';
import { anonymous, type Actor } from '#kernel/policy/index.ts';
import type { StatisticsContext } from '../context.ts';
import { findFlow } from '../find-flow.ts';
import { findObservationOrigin } from '../find-observation-origin.ts';
import { findingsOfSeries, listFindings } from '../list-findings.ts';
import { listReleases, releaseChanges } from '../list-releases.ts';
import type { ReleasedStore } from '../model/released.ts';
import type { StatisticsPageDependencies } from './dependencies.ts';

/** What the pages ask of the engine, answered by its use cases. */
export function pageDependencies(house: {
  readonly context: (actor: Actor) => StatisticsContext;
  readonly store: ReleasedStore;
  readonly clock: () => Date;
  readonly accountName: (account: string) => Promise<string | undefined>;
  readonly themes: ReadonlyMap<string, Text>;
}): StatisticsPageDependencies {
  const { context, store, clock, accountName, themes } = house;
  return {
    store,
    clock,
    accountName,
    themes,
    termsOf: async (flow) => {
      const found = await findFlow(context(anonymous), flow);
      if (found === undefined) return undefined;
      const { publisher, licence } = found;
      return { publisher, ...(licence !== undefined && { licence }) };
    },
    listReleases: (actor, flow) => listReleases(context(actor), flow === undefined ? {} : { flow }),
    releaseChanges: (actor, which) => releaseChanges(context(actor), store, which),
    findOrigin: (actor, figure) => findObservationOrigin(context(actor), store, figure),
    findingsFor: (actor, flow, series) => findingsOfSeries(context(actor), flow, series),
    countFindings: async (actor, flow) => (await listFindings(context(actor), { flow, limit: 1 })).byRule,
  };
}
