import { describeAccounts } from '#kernel/identity/index.ts';
import { registerPageRoutes } from '#engines/registers/index.ts';
import type { House } from './open-house.ts';

/** What the pages of the registers ask of the house. */
export function registersPagesOf({
  registers,
  files,
  clock,
  config,
  identity,
}: House): Parameters<typeof registerPageRoutes>[0] {
  return {
    context: registers.context,
    files,
    clock,
    origin: config.origin,
    people: (actor, ids) => describeAccounts(identity, actor, ids),
  };
}
