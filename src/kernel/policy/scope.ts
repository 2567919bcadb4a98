import type { Actor } from './actor.ts';

/** Whether a scope of an API token covers an operation: `statistics.import` itself, or `statistics.*` for all of an area. */
export function covers(scope: string, operationId: string): boolean {
  return scope.endsWith('.*') ? operationId.startsWith(scope.slice(0, -1)) : scope === operationId;
}

/** Whether the actor's scopes leave the operation open. A session has no scopes and is not narrowed. */
export function withinScopes(actor: Actor, operationId: string): boolean {
  if (actor.kind !== 'account' || actor.scopes === undefined) return true;
  return actor.scopes.some((scope) => covers(scope, operationId));
}
