import { say } from '#kernel/i18n/say.ts';
import { describeAccounts } from '#kernel/identity/index.ts';
import { anonymous, type Actor } from '#kernel/policy/index.ts';
import {
  findFlow,
  findObservationOrigin,
  listFindings,
  listReleases,
  releaseChanges,
  type RecordedFinding,
  type StatisticsPageDependencies,
  type WorkDeps,
} from '#engines/statistics/index.ts';
import type { House } from './open-house.ts';

/** Series that are asked for one by one; beyond, the flow's findings are read whole. */
const fewSeries = 12;
const mostFindings = 10_000;

/** What the statistics pages ask of the house. */
export function statisticsPagesOf(house: House): StatisticsPageDependencies {
  const { statistics, identity } = house;
  const { store, context } = statistics;
  return {
    store,
    termsOf: async (flow) => {
      const found = await findFlow(context(anonymous), flow);
      return found === undefined ? undefined : { publisher: found.publisher };
    },
    listReleases: (actor, flow) => listReleases(context(actor), flow === undefined ? {} : { flow }),
    releaseChanges: (actor, which) => releaseChanges(context(actor), store, which),
    findOrigin: (actor, figure) => findObservationOrigin(context(actor), store, figure),
    findingsFor: (actor, flow, series) => findingsFor(house, actor, flow, series),
    countFindings: async (actor, flow) => (await listFindings(context(actor), { flow, limit: 1 })).byRule,
    accountName: async (account) => {
      const described = (await describeAccounts(identity, anonymous, [account])).get(account);
      return described?.name ?? described?.organization.name;
    },
    themes: new Map([
      ['prisons', say('Prisons')],
      ['justice', say('Access to justice')],
      ['gender', say('Gender')],
    ]),
  };
}

async function findingsFor(
  house: House,
  actor: Actor,
  flow: string,
  series: readonly string[],
): Promise<readonly RecordedFinding[]> {
  const context = house.statistics.context(actor);
  if (series.length <= fewSeries) {
    return (await Promise.all(series.map((each) => listFindings(context, { flow, series: each, limit: 100 })))).flatMap(
      ({ findings }) => findings,
    );
  }
  const definition = await findFlow(context, flow);
  const dimensions = definition?.flow.structure.dimensions.map(({ id }) => id) ?? [];
  const wanted = new Set(series);
  const { findings } = await listFindings(context, { flow, limit: mostFindings });
  return findings.filter(({ key }) => wanted.has(dimensions.map((id) => key[id] ?? '').join('.')));
}

/** What the workspace and the statistics API ask of the house. */
export function workOf(house: House): WorkDeps {
  const { statistics, config, clock, identity } = house;
  return {
    context: statistics.context,
    store: statistics.store,
    indicators: statistics.indicators,
    dataFolder: config.dataFolder,
    clock,
    afterChange: house.afterChange,
    people: (actor, ids) => describeAccounts(identity, actor, ids),
  };
}
