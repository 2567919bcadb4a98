import type { Permissions } from '../permissions.ts';
import { people, resourceFor, standings } from './situations.ts';
import type { Person, Standing } from './situations.ts';

/** One cell of the matrix: this person, this operation, this standing. */
interface Cell {
  readonly person: Person;
  readonly operation: string;
  readonly standing: Standing;
  readonly allowed: boolean;
}

/** What should be, written by hand apart from the table and the code. */
export type Oracle = (person: Person, operation: string, standing: Standing) => boolean;

/** Every person × operation × standing with the decision of the house. */
function* matrixOf(permissions: Permissions): Generator<Cell> {
  for (const operation of permissions.operations.keys()) {
    for (const person of people()) {
      for (const standing of standings) {
        const { allowed } = permissions.can(person.actor, operation, resourceFor(standing, person.actor));
        yield { person, operation, standing, allowed };
      }
    }
  }
}

/** Asks the whole matrix and returns how many cells it has and, in words, those where house and oracle differ. */
export function compareWithOracle(permissions: Permissions, oracle: Oracle): { cells: number; differences: string[] } {
  let cells = 0;
  const differences: string[] = [];
  for (const { person, operation, standing, allowed } of matrixOf(permissions)) {
    cells += 1;
    if (oracle(person, operation, standing) !== allowed) {
      differences.push(`${person.name} → ${operation} on ${standing}: the house ${allowed ? 'allows' : 'denies'} it`);
    }
  }
  return { cells, differences };
}
