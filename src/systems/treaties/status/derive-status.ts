import { isConsent, type ConsentKind, type TreatyAction } from './action.ts';
import { boundsOf, type Day, type DayBounds } from './day.ts';
import { endWithParent, inOrder, isPartyOn, membershipOf, type Membership, type Spell } from './membership.ts';
import { inEffectOn, type Standing } from './standing-acts.ts';
import type { TreatyRules } from './treaty-rules.ts';
import type { StatusWarning } from './warning.ts';

/** How a participant stands towards a treaty on one day. */
export interface ParticipantStatus {
  readonly participant: string;
  /** `uncertain`: bound by that day or a little later, as far as the sources say. `consented`: deposited, not yet in effect. */
  readonly standing: 'party' | 'uncertain' | 'provisional' | 'consented' | 'signatory' | 'former' | 'none';
  readonly signed?: string;
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

/** The status of every participant of one treaty on one day. `rules` must hold the treaty, and its parent where it has one. */
export function deriveStatus(
  log: readonly TreatyAction[],
  treaty: string,
  rules: ReadonlyMap<string, TreatyRules>,
  day: Day,
): ReadonlyMap<string, ParticipantStatus> {
  const own = ruleOf(rules, treaty);
  const ours = Map.groupBy(
    log.filter((action) => action.treaty === treaty),
    ({ participant }) => participant,
  );
  const above =
    own.parent === undefined
      ? new Map()
      : Map.groupBy(
          log.filter((each) => each.treaty === own.parent),
          ({ participant }) => participant,
        );
  const every = [...ours.values()].flat();
  return new Map(
    [...ours].map(([participant, actions]) => {
      const known = withParent(membershipOf(actions, own), above.get(participant) ?? [], own, rules);
      return [participant, statusOf(participant, actions, every, known, own, day)] as const;
    }),
  );
}

function ruleOf(rules: ReadonlyMap<string, TreatyRules>, treaty: string): TreatyRules {
  const found = rules.get(treaty);
  if (found === undefined) throw new Error(`no rules are given for the treaty ${treaty}`);
  return found;
}

/** What depends on the convention that a protocol supplements: a party to it one must be, and its denunciation takes the protocol along. */
export function withParent(
  own: Membership,
  parentLog: readonly TreatyAction[],
  rules: TreatyRules,
  all: ReadonlyMap<string, TreatyRules>,
): Membership {
  if (rules.parent === undefined || (rules.needsParent === undefined && rules.endsWithParent === undefined)) return own;
  const parent = membershipOf(parentLog, ruleOf(all, rules.parent)).spells;
  const spells = rules.endsWithParent === undefined ? own.spells : endWithParent(own.spells, parent);
  const orphans =
    rules.needsParent === undefined ? [] : spells.filter(({ from }) => isPartyOn(parent, from.latest) === 'no');
  return {
    ...own,
    spells,
    warnings: [
      ...own.warnings,
      ...orphans.map(({ consent }) => ({ kind: 'not-party-to-parent' as const, action: consent.action })),
    ],
  };
}

function statusOf(
  participant: string,
  actions: readonly TreatyAction[],
  every: readonly TreatyAction[],
  { spells, pending, warnings }: Membership,
  rules: TreatyRules,
  day: Day,
): ParticipantStatus {
  const happened = inOrder(actions).filter(
    (each) => (boundsOf(each.deposited ?? each.knownBy ?? each.effect ?? '')?.latest ?? '') <= day,
  );
  const party = isPartyOn(spells, day);
  const started = spells.filter(({ from }) => from.earliest <= day);
  const current = started.findLast(({ until }) => until === undefined || until > day);
  const { acts, provisional, territories, warnings: more } = inEffectOn(participant, actions, every, spells, day);
  const corrected = new Set(happened.map(({ supersedes }) => supersedes));
  const takenBack = new Set(happened.map(({ withdraws }) => withdraws));
  const stands = (each: TreatyAction): boolean => !corrected.has(each.id) && !takenBack.has(each.id);
  const signed = happened.find((each) => each.kind === 'signature' && stands(each));
  const last = current?.consent.action ?? happened.findLast((each) => isConsent(each) && stands(each))?.id;
  const consent = actions.find((each) => each.id === last);
  const waiting = [...pending, ...actions].some((each) => each.id === last && stands(each)) && current === undefined;
  const former = started.length > 0 && current === undefined;
  const reconsented = former && consent !== undefined && consent.id !== started.at(-1)?.consent.action;
  const standing =
    party === 'yes'
      ? 'party'
      : party === 'maybe'
        ? 'uncertain'
        : provisional
          ? 'provisional'
          : former && !reconsented
            ? 'former'
            : waiting && consent !== undefined
              ? 'consented'
              : signed !== undefined
                ? 'signatory'
                : 'none';
  const until = current?.until ?? (former ? started.at(-1)?.until : undefined);
  return {
    participant,
    standing,
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
}
