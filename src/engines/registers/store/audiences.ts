import type { Actor, Audience } from '#kernel/policy/index.ts';
import { mayRead } from '#kernel/policy/index.ts';
import type { RegisterDefinition } from '../definition.ts';
import type { FieldAudience } from '../fields/spec.ts';

/** Who reads a record: an audience, and the people of a State besides where it is theirs to work on. */
export interface Readers {
  readonly audience: Audience;
  readonly ownState: Audience | undefined;
}

/** Who reads a record of this register in this state of its lifecycle; `country` is the State that it is about or of. */
export function readersOf(register: RegisterDefinition, state: string, country: string | undefined): Readers {
  const shown = register.lifecycle.states.find(({ id }) => id === state)?.shown ?? 'workers';
  const own: Audience | undefined = country === undefined ? undefined : `state:${country}`;
  const readers: Audience = register.readers === 'own-state' ? (own ?? 'office') : register.readers;
  // Where readers are a closed circle, those who work on a record are of it; else they are the office.
  const open = readers === 'public' || readers === 'partners' || readers === 'authorities';
  return {
    audience: shown === 'readers' || !open ? readers : 'office',
    ownState: statesWork(register) ? own : undefined,
  };
}

/** Whether the people of a State work on the records of their own State. */
export function statesWork({ writers, lifecycle }: RegisterDefinition): boolean {
  return [writers, ...lifecycle.moves.map(({ allow }) => allow)].some((allow) =>
    Object.values(allow)
      .flat()
      .some((relation) => relation === 'own-state'),
  );
}

/** Who reads a field of a record about this State; undefined for those who read the record. */
export function audienceOfField(
  audience: FieldAudience | undefined,
  country: string | undefined,
): Audience | undefined {
  if (audience !== 'own-state') return audience;
  return country === undefined ? 'office' : `state:${country}`;
}

/** The audience by which the actor may know of a record, to ask the policy with. */
export function knownBy(actor: Actor, { audience, ownState }: Readers): Audience {
  return ownState !== undefined && !mayRead(actor, audience) ? ownState : audience;
}

/** Whether the actor reads what is for these readers. */
export function reads(actor: Actor, { audience, ownState }: Readers): boolean {
  return mayRead(actor, audience) || (ownState !== undefined && mayRead(actor, ownState));
}
