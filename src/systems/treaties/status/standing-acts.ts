import { isConsent, type ActionKind, type TreatyAction } from './action.ts';
import { boundsOf, type Day } from './day.ts';
import { isPartyOn, type Spell } from './membership.ts';
import type { StatusWarning } from './warning.ts';

/** What a participant has said that holds on the day: ids of actions. */
export interface Standing {
  readonly reservations: readonly string[];
  readonly declarations: readonly string[];
  readonly notifications: readonly string[];
  readonly communications: readonly string[];
  readonly objectionsMade: readonly string[];
  /** Objections of others to its reservations and declarations. */
  readonly objectionsReceived: readonly string[];
  /** Others with whom the treaty is not in force, because one of the two objected so. */
  readonly notInForceWith: readonly string[];
}

interface InEffect {
  readonly acts: Standing;
  readonly provisional: boolean;
  readonly territories: readonly string[];
  readonly warnings: readonly StatusWarning[];
}

const startOf = ({ effect, deposited, knownBy }: TreatyAction): Day | undefined =>
  boundsOf(effect ?? deposited ?? knownBy ?? '')?.latest;

/** What the acts of all participants of a treaty mean for each other on a day, found once for all of them. */
export interface ActsOfAll {
  readonly ended: ReadonlySet<string>;
  readonly known: ReadonlyMap<string, TreatyAction>;
  readonly objections: readonly TreatyAction[];
  readonly day: Day;
}

export function actsOfAll(every: readonly TreatyAction[], day: Day): ActsOfAll {
  const ended = endsOf(every, day);
  const objections = every.filter((each) => each.kind === 'objection' && holds(each, ended, day));
  return { ended, known: new Map(every.map((each) => [each.id, each])), objections, day };
}

const holds = (each: TreatyAction, ended: ReadonlySet<string>, day: Day): boolean =>
  (startOf(each) ?? '9999') <= day && !ended.has(each.id);

/** Acts hold from their day until they are withdrawn, replaced, or the participant is a party no longer; a communication is never undone. */
export function inEffectOn(
  participant: string,
  own: readonly TreatyAction[],
  spells: readonly Spell[],
  all: ActsOfAll,
): InEffect {
  const bound = isPartyOn(spells, all.day) !== 'no';
  const held = own.filter((each) => holds(each, all.ended, all.day));
  const ids = (kind: ActionKind): string[] => held.filter((each) => each.kind === kind).map(({ id }) => id);
  const makerOf = ({ objectsTo }: TreatyAction): string | undefined => all.known.get(objectsTo ?? '')?.participant;
  const against = all.objections.filter((each) => makerOf(each) === participant);
  const notInForceWith = all.objections.flatMap((each) => {
    const maker = makerOf(each);
    if (each.precludes !== true || maker === undefined) return [];
    if (each.participant === participant) return [maker];
    return maker === participant ? [each.participant] : [];
  });
  return {
    acts: {
      // One that was made at signature and not repeated at consent binds nobody (Vienna Convention on the Law of Treaties, art. 23 (2)).
      reservations: bound ? ids('reservation').filter((id) => !madeBeforeConsent(id, own, spells)) : [],
      declarations: bound ? ids('declaration') : [],
      notifications: bound ? ids('notification') : [],
      communications: ids('communication'),
      objectionsMade: bound ? ids('objection') : [],
      objectionsReceived: bound ? against.map(({ id }) => id) : [],
      notInForceWith: bound ? [...new Set(notInForceWith)].sort() : [],
    },
    provisional: !bound && ids('provisional-application').length > 0,
    territories: bound
      ? [...new Set(held.flatMap((each) => (each.kind === 'territorial-application' ? each.territories : [])))].sort()
      : [],
    warnings: warningsOf(own, all.known),
  };
}

/** Ids of what was withdrawn or replaced by the day. */
function endsOf(actions: readonly TreatyAction[], day: Day): ReadonlySet<string> {
  return new Set(
    actions
      .filter((each) => (startOf(each) ?? '9999') <= day)
      .flatMap(({ withdraws, supersedes }) => [withdraws, supersedes])
      .filter((id) => id !== undefined),
  );
}

function madeBeforeConsent(id: string, own: readonly TreatyAction[], spells: readonly Spell[]): boolean {
  const reservation = own.find((each) => each.id === id);
  const consent = own.find((each) => each.id === spells.at(-1)?.consent.action);
  const made = boundsOf(reservation?.deposited ?? '');
  const bound = boundsOf(consent?.deposited ?? '');
  return made !== undefined && bound !== undefined && made.latest < bound.earliest;
}

function warningsOf(own: readonly TreatyAction[], known: ReadonlyMap<string, TreatyAction>): StatusWarning[] {
  const consented = own.filter(isConsent).map(({ deposited }) => boundsOf(deposited ?? '')?.latest ?? '9999');
  return own.flatMap((each): StatusWarning[] => {
    const { id, kind, withdraws, objectsTo } = each;
    if (kind === 'withdrawal' && !own.some((other) => other.id === withdraws))
      return [{ kind: 'withdraws-nothing', action: id }];
    const target = known.get(objectsTo ?? '');
    if (kind === 'objection' && target?.kind !== 'reservation' && target?.kind !== 'declaration')
      return [{ kind: 'objection-to-nothing', action: id }];
    const made = boundsOf(each.deposited ?? '')?.earliest;
    if (
      kind === 'reservation' &&
      each.supersedes === undefined &&
      made !== undefined &&
      consented.some((day) => day < made)
    )
      return [{ kind: 'reservation-late', action: id }];
    return [];
  });
}
