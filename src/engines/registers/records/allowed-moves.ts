import type { Actor } from '#kernel/policy/index.ts';
import { can, type Resource } from '#kernel/policy/index.ts';
import type { RegisterDefinition } from '../definition.ts';
import type { Move } from '../lifecycle/lifecycle.ts';
import { operationsOf } from '../operations.ts';
import { knownBy, reads, readersOf } from '../store/audiences.ts';
import type { RecordRow } from '../store/load-record.ts';

/** What the policy is asked about a record with. */
export function resourceOf(actor: Actor, { audience, own_state, country }: RecordRow): Resource {
  return {
    audience: knownBy(actor, { audience, ownState: own_state ?? undefined }),
    ...(country !== null && { state: country }),
  };
}

/** Whether the actor is one of those who work on such a record: who sees it while it is a draft. A partner's manager is none. */
export function worksOn(register: RegisterDefinition, actor: Actor, country: string | undefined): boolean {
  return reads(actor, readersOf(register, register.lifecycle.states[0]?.id ?? '', country));
}

/** The moves that the actor may make with the record, whether or not it is complete enough for them. */
export function allowedMoves(register: RegisterDefinition, actor: Actor, row: RecordRow): readonly Move[] {
  const { moves } = operationsOf(register);
  const resource = resourceOf(actor, row);
  if (!worksOn(register, actor, row.country ?? undefined)) return [];
  return register.lifecycle.moves.filter(
    ({ id, from }) => from.includes(row.state) && can(actor, moves.get(id), resource).allowed,
  );
}

/**
 * Whether the actor may change a record that stands in this state: those who write in the register and who could also
 * have brought it there. Who only submits does not rewrite what is published.
 */
export function maySaveIn(register: RegisterDefinition, actor: Actor, state: string, resource: Resource): boolean {
  const { save, moves } = operationsOf(register);
  if (!can(actor, save, resource).allowed || !worksOn(register, actor, resource.state)) return false;
  if (register.lifecycle.states[0]?.id === state) return true;
  return register.lifecycle.moves.some(({ id, to }) => to === state && can(actor, moves.get(id), resource).allowed);
}
