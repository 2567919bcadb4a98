import type { Actor } from './actor.ts';
import { roleOf } from './actor.ts';
import { mayRead } from './audience.ts';
import type { Operation } from './operation.ts';
import { relationsFor } from './operation.ts';
import type { Relation } from './relation.ts';
import { holds } from './relation.ts';
import type { Resource } from './resource.ts';
import { withinScopes } from './scope.ts';

/** Why not, in the order in which the reasons are looked at. */
export type Denial =
  | 'no-such-operation'
  | 'scope'
  | 'role'
  | 'audience'
  | 'relation'
  | 'second-factor'
  | 'recent-sign-in';

export type Decision =
  | { readonly allowed: true; readonly by: Relation }
  | { readonly allowed: false; readonly because: Denial };

const no = (because: Denial): Decision => ({ allowed: false, because });

/**
 * The one question of the house: may this actor do this, to this? Everything that is not plainly allowed is denied,
 * and an audience closes a thing to all outside it, whatever their role: the same wall as in SQL.
 */
export function can(actor: Actor, operation: Operation | undefined, resource: Resource = {}): Decision {
  if (operation === undefined) return no('no-such-operation');
  if (!withinScopes(actor, operation.id)) return no('scope');
  const enough = relationsFor(operation, roleOf(actor));
  if (enough.length === 0) return no('role');
  if (resource.audience !== undefined && !mayRead(actor, resource.audience)) return no('audience');
  const by = enough.find((relation) => holds(relation, actor, resource));
  if (by === undefined) return no('relation');
  // Who sits at the machine's own command line has shown more than a second factor can.
  if (actor.kind !== 'operator') {
    const assurance = actor.kind === 'account' ? actor.assurance : undefined;
    if (operation.secondFactor === true && assurance?.secondFactor !== true) return no('second-factor');
    if (operation.recentSignIn === true && assurance?.recent !== true) return no('recent-sign-in');
  }
  return { allowed: true, by };
}
