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

/** Acts hold from their day until they are withdrawn, replaced, or the participant is a party no longer; a communication is never undone. */
export function inEffectOn(
  participant: string,
  own: readonly TreatyAction[],
  every: readonly TreatyAction[],
  spells: readonly Spell[],
  day: Day,
): InEffect {
  const ended = endsOf(every, day);
  const bound = isPartyOn(spells, day) !== 'no';
  const holds = (each: TreatyAction): boolean => (startOf(each) ?? '9999') <= day && !ended.has(each.id);
  const ids = (kind: ActionKind): string[] =>
    own.filter((each) => each.kind === kind && holds(each)).map(({ id }) => id);
  const objections = every.filter((each) => each.kind === 'objection' && holds(each));
  const mine = new Set(own.map(({ id }) => id));
  const against = objections.filter(({ objectsTo }) => objectsTo !== undefined && mine.has(objectsTo));
  const makers = new Map(every.map((each) => [each.id, each.participant]));
  const hostile = objections.filter(({ precludes }) => precludes === true);
  const notInForceWith = hostile.flatMap((each) => {
    const other = makers.get(each.objectsTo ?? '');
    if (each.participant === participant && other !== undefined) return [other];
    return other === participant ? [each.participant] : [];
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
      ? [
          ...new Set(
            own
              .filter((each) => each.kind === 'territorial-application' && holds(each))
              .flatMap((each) => each.territories),
          ),
        ].sort()
      : [],
    warnings: warningsOf(own, every),
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

function warningsOf(own: readonly TreatyAction[], every: readonly TreatyAction[]): StatusWarning[] {
  const known = new Map(every.map((each) => [each.id, each]));
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
