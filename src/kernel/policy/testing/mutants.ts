import { roles } from '../actor.ts';
import type { Operation, OperationTable } from '../operation.ts';
import { combinePermissions } from '../permissions.ts';
import type { Permissions } from '../permissions.ts';

export interface Mutant {
  readonly name: string;
  /** Of the one changed row: the cells of all others are as they were. */
  readonly permissions: Permissions;
}

/**
 * Every row that differs from one of this table in a single cell: a role's right taken away, given in any relation,
 * or a demand for a second factor or recent sign-in turned round. A matrix test worth its name fails on each.
 */
export function* mutantsOf(table: OperationTable): Generator<Mutant> {
  for (const [name, operation] of Object.entries(table)) {
    for (const changed of changesOf(operation)) {
      yield { name: changed.name, permissions: combinePermissions([{ [name]: changed.operation }]) };
    }
  }
}

function* changesOf(operation: Operation): Generator<{ name: string; operation: Operation }> {
  for (const role of roles) {
    const { [role]: cell, ...others } = operation.allow;
    if (cell !== undefined)
      yield { name: `${operation.id} without ${role}`, operation: { ...operation, allow: others } };
    // A visitor has no session to show a factor in: a table that opens such a row to the public is refused at the start.
    const refusedAtStart = role === 'public' && (operation.secondFactor === true || operation.recentSignIn === true);
    if (cell !== 'any' && !refusedAtStart) {
      yield {
        name: `${operation.id} with any ${role}`,
        operation: { ...operation, allow: { ...others, [role]: 'any' } },
      };
    }
  }
  // Demands are made of accounts; where only visitors or the operator may, they change nothing.
  if (!roles.some((role) => role !== 'public' && role !== 'operator' && operation.allow[role] !== undefined)) return;
  for (const demand of ['secondFactor', 'recentSignIn'] as const) {
    yield {
      name: `${operation.id} with ${demand} turned round`,
      operation: { ...operation, [demand]: operation[demand] !== true },
    };
  }
}
