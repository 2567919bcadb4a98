import { consentKinds, isConsent, type ConsentKind, type TreatyAction } from './action.ts';
import { boundsOf, type Day, type DayBounds } from './day.ts';
import { afterDelay, entryBounds, type TreatyRules } from './treaty-rules.ts';
import type { StatusWarning } from './warning.ts';

/** A time during which a participant is a party: from its first day to the day on which it no longer is. */
export interface Spell {
  readonly from: DayBounds;
  readonly until?: Day;
  readonly consent: { readonly action: string; readonly kind: ConsentKind };
  /** The denunciation that ends it, of this treaty or of the one that it depends on. */
  readonly endedBy?: string;
}

export interface Membership {
  readonly spells: readonly Spell[];
  /** Consents whose day of effect cannot be told: the treaty is not in force, or no rule and no date is known. */
  readonly pending: readonly TreatyAction[];
  readonly warnings: readonly StatusWarning[];
}

/** The order in which a log is read: by day, and as it was written within one. */
export const dayOfAction = (action: TreatyAction): Day =>
  boundsOf(action.deposited ?? action.knownBy ?? action.effect ?? '')?.earliest ?? '9999-12-31';

export function inOrder(actions: readonly TreatyAction[]): TreatyAction[] {
  return actions.toSorted((one, other) =>
    dayOfAction(one) < dayOfAction(other) ? -1 : dayOfAction(one) > dayOfAction(other) ? 1 : 0,
  );
}

const onceOnly = new Set<string>([...consentKinds, 'signature', 'denunciation']);

/** The log without what it corrects: of signatures, consents and denunciations only the entry that stands last was ever made. */
export function withoutCorrected(log: readonly TreatyAction[]): TreatyAction[] {
  const corrected = new Set(log.map(({ supersedes }) => supersedes));
  return log.filter(({ id, kind }) => !onceOnly.has(kind) || !corrected.has(id));
}

/** When one participant is a party to one treaty, from its part of the log. What was taken back in time does not count. */
export function membershipOf(log: readonly TreatyAction[], rules: TreatyRules): Membership {
  const warnings: StatusWarning[] = [];
  const actions = inOrder(withoutCorrected(log));
  const takenBack = new Map(
    actions.flatMap((each) =>
      each.kind === 'withdrawal' && each.withdraws !== undefined ? [[each.withdraws, dayOfAction(each)] as const] : [],
    ),
  );
  const spells: Spell[] = [];
  const pending: TreatyAction[] = [];
  for (const action of actions) {
    if (isConsent(action)) {
      const from = entryBounds(action, rules);
      const back = takenBack.get(action.id);
      if (back !== undefined && (from === undefined || back < from.earliest)) continue;
      if (back !== undefined) warnings.push({ kind: 'withdrawn-too-late', action: action.id });
      const open = spells.at(-1);
      if (from === undefined) {
        pending.push(action);
        if (rules.inForce !== undefined) warnings.push({ kind: 'effect-unknown', action: action.id });
      } else if (open !== undefined && (open.until === undefined || from.earliest < open.until)) {
        warnings.push({ kind: 'already-bound', action: action.id });
      } else {
        if (action.kind === 'succession' && action.effect === undefined && action.knownBy === undefined)
          warnings.push({ kind: 'succession-without-date', action: action.id });
        spells.push({ from, consent: { action: action.id, kind: action.kind } });
      }
    } else if (action.kind === 'denunciation') end(action);
  }
  return { spells, pending, warnings };

  function end(action: TreatyAction): void {
    const open = spells.at(-1);
    const received = dayOfAction(action);
    const until = action.effect ?? (rules.denunciation && afterDelay(received, rules.denunciation));
    if (until === undefined) return void warnings.push({ kind: 'effect-unknown', action: action.id });
    const back = takenBack.get(action.id);
    if (back !== undefined && back < until) return;
    if (back !== undefined) warnings.push({ kind: 'withdrawn-too-late', action: action.id });
    if (open === undefined || open.until !== undefined || open.from.earliest > until)
      return void warnings.push({ kind: 'denounced-unbound', action: action.id });
    spells[spells.length - 1] = { ...open, until, endedBy: action.id };
  }
}

/** The same spells, ended where those of the treaty that they depend on end. */
export function endWithParent(spells: readonly Spell[], parent: readonly Spell[]): Spell[] {
  return spells.map((spell) => {
    const above = parent.find(
      ({ from, until }) => from.earliest <= spell.from.latest && (until === undefined || until > spell.from.earliest),
    );
    if (above?.until === undefined || (spell.until !== undefined && spell.until <= above.until)) return spell;
    return { ...spell, until: above.until, ...(above.endedBy !== undefined && { endedBy: above.endedBy }) };
  });
}

/** Whether it is a party on the day: `maybe` where a date is known only to the year, or only as a latest day. */
export function isPartyOn(spells: readonly Spell[], day: Day): 'yes' | 'maybe' | 'no' {
  let answer: 'maybe' | 'no' = 'no';
  for (const { from, until } of spells) {
    if (until !== undefined && day >= until) continue;
    if (day >= from.latest) return 'yes';
    if (day >= from.earliest) answer = 'maybe';
  }
  return answer;
}
