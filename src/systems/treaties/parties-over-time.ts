import { isTerritory } from './is-territory.ts';
import type { TreatyAction } from './status/action.ts';
import { dayOf, type Day } from './status/day.ts';
import { ruleOf, withParent, type RulesByTreaty } from './status/derive-status.ts';
import { isPartyOn, membershipOf, type Spell } from './status/membership.ts';

export interface PartyCount {
  readonly year: number;
  /** Parties on 31 December: certainly, and as many as may be. */
  readonly certain: number;
  readonly most: number;
}

/** Times during which each participant was a party to a treaty. */
export function spellsOf(
  log: readonly TreatyAction[],
  treaty: string,
  rules: RulesByTreaty,
): ReadonlyMap<string, readonly Spell[]> {
  const own = ruleOf(rules, treaty);
  const of = (id: string | undefined) =>
    Map.groupBy(
      log.filter((each) => each.treaty === id),
      ({ participant }) => participant,
    );
  const parents = own.parent === undefined ? new Map<string, TreatyAction[]>() : of(own.parent);
  return new Map(
    [...of(treaty)].map(([participant, actions]) => [
      participant,
      withParent(membershipOf(actions, own), parents.get(participant) ?? [], own, rules).spells,
    ]),
  );
}

/** Parties at the end of each year, from the year of the first to that of the last day asked for. */
export function partiesOverTime(
  log: readonly TreatyAction[],
  treaty: string,
  rules: RulesByTreaty,
  until: Day,
): readonly PartyCount[] {
  const own = [...spellsOf(log, treaty, rules)].filter(([participant]) => !isTerritory(participant));
  const spells = own.map(([, each]) => each);
  const first = Math.min(...spells.flat().map(({ from }) => Number(from.earliest.slice(0, 4))));
  const counts: PartyCount[] = [];
  for (let year = first; year <= Number(until.slice(0, 4)); year += 1) {
    const end = dayOf(year, 12, 31);
    const answers = spells.map((each) => isPartyOn(each, end < until ? end : until));
    const certain = answers.filter((answer) => answer === 'yes').length;
    counts.push({ year, certain, most: certain + answers.filter((answer) => answer === 'maybe').length });
  }
  return counts;
}
