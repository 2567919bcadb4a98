import { addDays, addMonths, boundsOf, dayOf, later, type Day, type DayBounds } from './day.ts';

/** When an act takes effect after its deposit or receipt. */
export type Delay =
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'months'; readonly months: number }
  /** On the first day of the second month after. */
  | { readonly kind: 'second-month' }
  /** On 1 January of the next year if received by 1 July, of the year after that if later. */
  | { readonly kind: 'january-after-july' };

/** What a treaty says of its parties; what is absent nobody has looked up, and then each action must carry its own date of effect. */
export interface TreatyRules {
  readonly id: string;
  /** Day on which the treaty entered into force; absent while it has not. */
  readonly inForce?: Day;
  readonly opened: Day;
  /** For a consent deposited after that. */
  readonly entry?: Delay & { readonly article: string };
  readonly denunciation?: Delay & { readonly article: string };
  /** Convention that a protocol supplements or amends. */
  readonly parent?: string;
  /** Only a party to the parent may become one; the article says so. */
  readonly needsParent?: string;
  /** Denouncing the parent denounces this as well; the article says so. */
  readonly endsWithParent?: string;
}

/** Day on which something received on this day takes effect. */
export function afterDelay(day: Day, delay: Delay): Day {
  const [year = 0, month = 1] = day.split('-').map(Number);
  switch (delay.kind) {
    case 'days':
      return addDays(day, delay.days);
    case 'months':
      return addMonths(day, delay.months);
    case 'second-month':
      return dayOf(year, month + 2, 1);
    case 'january-after-july':
      return dayOf(day.slice(5) <= '07-01' ? year + 1 : year + 2, 1, 1);
  }
}

/**
 * From when a consent binds: the date of effect where it is given, otherwise by the treaty's rule, never before the treaty is in
 * force. Undefined while the treaty is not in force, or when neither date nor rule says.
 */
export function entryBounds(
  action: { readonly deposited?: string; readonly effect?: string; readonly knownBy?: string },
  rules: TreatyRules,
): DayBounds | undefined {
  const { inForce } = rules;
  const given = action.effect === undefined ? undefined : boundsOf(action.effect);
  if (given !== undefined) return given;
  if (inForce === undefined) return undefined;
  const deposit = action.deposited === undefined ? undefined : boundsOf(action.deposited);
  if (deposit === undefined)
    return action.knownBy === undefined ? undefined : { earliest: inForce, latest: later(inForce, action.knownBy) };
  const { entry } = rules;
  if (entry === undefined) return undefined;
  return {
    earliest: later(inForce, afterDelay(deposit.earliest, entry)),
    latest: later(inForce, afterDelay(deposit.latest, entry)),
  };
}
