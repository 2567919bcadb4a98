import type { Actor } from './actor.ts';
import { authorize } from './authorize.ts';
import { can } from './can.ts';
import type { Decision } from './can.ts';
import type { Operation, OperationTable } from './operation.ts';
import type { Relation } from './relation.ts';
import type { Resource } from './resource.ts';
import { covers } from './scope.ts';

/** The house's whole permission table, asked by operation id. */
export interface Permissions {
  readonly operations: ReadonlyMap<string, Operation>;
  /** An id without a row is denied. */
  readonly can: (actor: Actor, id: string, resource?: Resource) => Decision;
  /** An id without a row is answered as missing. */
  readonly authorize: (actor: Actor, id: string, resource?: Resource) => Relation;
  /** Whether an API token may carry this scope: it must cover at least one operation. */
  readonly isScope: (scope: string) => boolean;
}

/** Joins the tables of all areas at the start; an operation that two of them name stops it with an Error. */
export function combinePermissions(tables: readonly OperationTable[]): Permissions {
  const operations = new Map<string, Operation>();
  for (const operation of tables.flatMap((table) => Object.values(table))) {
    if (operations.has(operation.id)) throw new Error(`Two tables define the operation "${operation.id}".`);
    operations.set(operation.id, operation);
  }
  return {
    operations,
    can: (actor, id, resource) => can(actor, operations.get(id), resource),
    authorize: (actor, id, resource) => authorize(actor, operations.get(id), resource),
    isScope: (scope) => [...operations.keys()].some((id) => covers(scope, id)),
  };
}
