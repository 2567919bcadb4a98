import type { LegislationPageDeps } from '#systems/legislation/index.ts';
import { openLogs, type TreatyPageDeps } from '#systems/treaties/index.ts';
import type { House } from './open-house.ts';

/** What the pages of treaties and laws ask of the house. */
export function lawPagesOf(house: Pick<House, 'registers' | 'clock' | 'config'>): {
  readonly treaties: TreatyPageDeps;
  readonly legislation: LegislationPageDeps;
} {
  const { registers, clock, config } = house;
  const shared = { context: registers.context, clock };
  return { treaties: { ...shared, logs: openLogs() }, legislation: { ...shared, origin: config.origin } };
}
