import { say, type Message } from '#kernel/i18n/say.ts';
import type { AccountActor, Permissions } from '#kernel/policy/index.ts';
import type { ScopeArea } from '../web/house.ts';

const words: Readonly<Record<string, Message>> = {
  audit: say('Audit log'),
  identity: say('Accounts and signing in'),
  jobs: say('Background work'),
  registers: say('Registers'),
  statistics: say('Statistics'),
};

/** What an API token of this actor can be made for: each area as a whole, and its operations one by one. */
export function scopeAreasOf({ operations }: Permissions, actor: AccountActor): ScopeArea[] {
  const areas = Map.groupBy(
    [...operations.values()].filter(({ allow }) => allow[actor.role] !== undefined),
    ({ id }) => id.split('.')[0] ?? id,
  );
  return [...areas]
    .map(([area, rows]) => ({
      scope: `${area}.*`,
      label: words[area] ?? area,
      operations: rows.map(({ id }) => id).toSorted(),
    }))
    .toSorted((one, other) => (one.scope < other.scope ? -1 : 1));
}
