import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { Actor } from './actor.ts';
import { mayRead } from './audience.ts';
import { can } from './can.ts';
import type { Decision, Denial } from './can.ts';
import type { Operation } from './operation.ts';
import type { Relation } from './relation.ts';
import type { Resource } from './resource.ts';

/** The answer for what is missing and for what the actor may not know of: one text, so that nobody can tell them apart. */
export function notFound(): Problem {
  return new Problem('not-found', say('There is nothing at this address.'));
}

/** Passes with the relation that allowed it, or throws the Problem to answer with: 404, 401 or 403. */
export function authorize(actor: Actor, operation: Operation | undefined, resource: Resource = {}): Relation {
  const decision = can(actor, operation, resource);
  if (decision.allowed) return decision.by;
  throw refusal(actor, operation, resource, decision);
}

function refusal(
  actor: Actor,
  operation: Operation | undefined,
  resource: Resource,
  { because }: Extract<Decision, { allowed: false }>,
): Problem {
  // These two are reached only by those who may otherwise do it, so saying what is missing gives nothing away.
  if (because === 'second-factor' || because === 'recent-sign-in') return stepUp(because);
  if (operation === undefined || !knows(actor, operation, resource)) return notFound();
  if (actor.kind === 'anonymous') {
    return new Problem('not-signed-in', say('Sign in to do this.'), { details: { operation: operation.id } });
  }
  return new Problem('forbidden', whyForbidden(because), { details: { operation: operation.id, because } });
}

function stepUp(needs: 'second-factor' | 'recent-sign-in'): Problem {
  const said =
    needs === 'second-factor'
      ? say('This needs a second factor. Set one up on your account page, then sign in with it.')
      : say('This needs a recent sign-in. Sign in again, then repeat it.');
  return new Problem('forbidden', said, { details: { needs } });
}

function whyForbidden(because: Denial): ReturnType<typeof say> {
  return because === 'scope'
    ? say('This API token does not reach so far. Make one with the scope that is needed on your account page.')
    : say('Your account may see this but not do that with it. Ask an administrator if it should.');
}

/** A thing is known to those in its audience; without one, the operation itself says whether its existence is public. */
function knows(actor: Actor, operation: Operation, resource: Resource): boolean {
  return resource.audience === undefined ? operation.existence === 'public' : mayRead(actor, resource.audience);
}
