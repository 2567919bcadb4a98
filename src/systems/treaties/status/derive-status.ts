import { isConsent, type ConsentKind, type TreatyAction } from './action.ts';
import { boundsOf, type Day, type DayBounds } from './day.ts';
import {
  endWithParent,
  inOrder,
  isPartyOn,
  membershipOf,
  withoutCorrected,
  type Membership,
  type Spell,
} from './membership.ts';
import { actsOfAll, inEffectOn, type ActsOfAll, type Standing } from './standing-acts.ts';
import type { TreatyRules } from './treaty-rules.ts';
import type { StatusWarning } from './warning.ts';

export type StandingOfParticipant = ParticipantStatus['standing'];

/** How a participant stands towards a treaty on one day. */
export interface ParticipantStatus {
  readonly participant: string;
  /** `uncertain`: bound by that day or a little later, as far as the sources say. `consented`: deposited, not yet in effect. */
  readonly standing: 'party' | 'uncertain' | 'provisional' | 'consented' | 'signatory' | 'former' | 'none';
  readonly signed?: string;
  /** The consent that binds it, bound it last, or is to bind it. */
  readonly consent?: { readonly kind: ConsentKind; readonly action: string; readonly deposited?: string };
  readonly since?: DayBounds;
  /** Day on which it ceased, or will cease, to be a party. */
  readonly until?: Day;
  /** Every time during which it was a party so far. */
  readonly spells: readonly Spell[];
  readonly acts: Standing;
  readonly territories: readonly string[];
  readonly warnings: readonly StatusWarning[];
}

export type RulesByTreaty = ReadonlyMap<string, TreatyRules>;

/** The status of every participant of one treaty on one day, from what had been done by then. `rules` must hold the treaty, and its parent where it has one. */
export function deriveStatus(
  log: readonly TreatyAction[],
  treaty: string,
  rules: RulesByTreaty,
  day: Day,
): ReadonlyMap<string, ParticipantStatus> {
  const own = ruleOf(rules, treaty);
  const byThen = withoutCorrected(log).filter((action) => mayBeDoneBy(action, day));
  const ours = byThen.filter((action) => action.treaty === treaty);
  const parents = Map.groupBy(
    byThen.filter((action) => action.treaty === own.parent),
    ({ participant }) => participant,
  );
  const all = actsOfAll(ours, day);
  return new Map(
    [...Map.groupBy(ours, ({ participant }) => participant)].map(([participant, actions]) => {
      const membership = withParent(membershipOf(actions, own), parents.get(participant) ?? [], own, rules);
      return [participant, statusOf(participant, actions, membership, all)] as const;
    }),
  );
}

export function ruleOf(rules: RulesByTreaty, treaty: string): TreatyRules {
  const found = rules.get(treaty);
  if (found === undefined) throw new Error(`no rules are given for the treaty ${treaty}`);
  return found;
}

/** What depends on the convention that a protocol supplements: a party to it one must be, and its denunciation takes the protocol along. */
export function withParent(
  own: Membership,
  parentLog: readonly TreatyAction[],
  rules: TreatyRules,
  all: RulesByTreaty,
): Membership {
  if (rules.parent === undefined || (rules.needsParent === undefined && rules.endsWithParent === undefined)) return own;
  const parent = membershipOf(parentLog, ruleOf(all, rules.parent)).spells;
  const spells = rules.endsWithParent === undefined ? own.spells : endWithParent(own.spells, parent);
  const orphans =
    rules.needsParent === undefined ? [] : spells.filter(({ from }) => isPartyOn(parent, from.latest) === 'no');
  const warnings = orphans.map(({ consent }) => ({ kind: 'not-party-to-parent' as const, action: consent.action }));
  return { ...own, spells, warnings: [...own.warnings, ...warnings] };
}

/** A succession may reach back behind its own deposit. */
function mayBeDoneBy({ deposited, effect, knownBy }: TreatyAction, day: Day): boolean {
  if (deposited === undefined && knownBy !== undefined) return true;
  return [deposited, effect].some((date) => date !== undefined && (boundsOf(date)?.earliest ?? '9999') <= day);
}

const surelyDoneBy = ({ deposited, effect, knownBy }: TreatyAction, day: Day): boolean =>
  (boundsOf(deposited ?? knownBy ?? effect ?? '')?.latest ?? '9999') <= day;

function statusOf(
  participant: string,
  actions: readonly TreatyAction[],
  { spells, pending, warnings }: Membership,
  all: ActsOfAll,
): ParticipantStatus {
  const { day } = all;
  const started = spells.filter(({ from }) => from.earliest <= day);
  const current = started.find(({ until }) => until === undefined || until > day);
  const coming = [
    ...spells.filter(({ from }) => from.earliest > day).map(({ consent }) => consent.action),
    ...pending.map(({ id }) => id),
  ];
  const waiting = actions.find((each) => coming.includes(each.id) && surelyDoneBy(each, day));
  const last = started.at(-1);
  const consent = waiting ?? actions.find(({ id }) => id === (current ?? last)?.consent.action);
  const ended = new Set(actions.flatMap(({ kind, withdraws }) => (kind === 'withdrawal' ? [withdraws] : [])));
  const signed = inOrder(actions).find(
    (each) => each.kind === 'signature' && !ended.has(each.id) && surelyDoneBy(each, day),
  );
  const { acts, provisional, territories, warnings: more } = inEffectOn(participant, actions, spells, all);
  const until = (current ?? last)?.until;
  return {
    participant,
    standing: standingOf(),
    ...(signed?.deposited !== undefined && { signed: signed.deposited }),
    ...(consent !== undefined &&
      isConsent(consent) && {
        consent: {
          kind: consent.kind,
          action: consent.id,
          ...(consent.deposited !== undefined && { deposited: consent.deposited }),
        },
      }),
    ...(current !== undefined && { since: current.from }),
    ...(until !== undefined && { until }),
    spells: started,
    acts,
    territories,
    warnings: [...warnings, ...more],
  };

  function standingOf(): StandingOfParticipant {
    const party = isPartyOn(spells, day);
    if (party !== 'no') return party === 'yes' ? 'party' : 'uncertain';
    if (provisional) return 'provisional';
    if (waiting !== undefined) return 'consented';
    if (last !== undefined) return 'former';
    return signed === undefined ? 'none' : 'signatory';
  }
}
