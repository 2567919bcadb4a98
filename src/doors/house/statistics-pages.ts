import { say } from '#kernel/i18n/say.ts';
import { describeAccounts } from '#kernel/identity/index.ts';
import { anonymous } from '#kernel/policy/index.ts';
import { pageDependencies, type StatisticsPageDependencies, type WorkDeps } from '#engines/statistics/index.ts';
import type { House } from './open-house.ts';

/** What the statistics pages ask of the house. */
export function statisticsPagesOf({ statistics, identity, clock }: House): StatisticsPageDependencies {
  return pageDependencies({
    context: statistics.context,
    store: statistics.store,
    clock,
    accountName: async (account) => {
      const described = (await describeAccounts(identity, anonymous, [account])).get(account);
      return described?.name ?? described?.organization.name;
    },
    themes: new Map([
      ['prisons', say('Prisons')],
      ['justice', say('Access to justice')],
      ['gender', say('Gender')],
    ]),
  });
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
