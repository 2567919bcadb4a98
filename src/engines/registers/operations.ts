import { defineOperations, everyone, type Operation, type OperationTable } from '#kernel/policy/index.ts';
import type { RegisterDefinition } from './definition.ts';
import type { Move } from './lifecycle/lifecycle.ts';

/** What can be done in one register. */
export interface RegisterOperations {
  readonly read: Operation;
  readonly create: Operation;
  readonly save: Operation;
  readonly import: Operation;
  /** By the move's id. */
  readonly moves: ReadonlyMap<string, Operation>;
}

const known = new WeakMap<RegisterDefinition, RegisterOperations>();

/** The rows of the permission table that follow from a register: `registers.laws.read`, `.create`, `.save`, `.import`, `.move.publish` … */
export function operationsOf(register: RegisterDefinition): RegisterOperations {
  const before = known.get(register);
  if (before !== undefined) return before;
  // That a register of public records can be written in is no secret; of any other, nothing is said.
  const existence = register.readers === 'public' ? 'public' : 'hidden';
  const write = (allow: Move['allow']) => ({ kind: 'write', existence, allow }) as const;
  const rows = defineOperations(`registers.${register.id}`, {
    // Which records is for their audience to say.
    read: { kind: 'read', readsAudited: true, existence, allow: everyone('any') },
    create: write(register.writers),
    save: write(register.writers),
    import: write(register.writers),
  });
  const moves = register.lifecycle.moves.map(
    (move) => [move.id, defineOperations(`registers.${register.id}.move`, { [move.id]: write(move.allow) })] as const,
  );
  const operations: RegisterOperations = {
    ...rows,
    moves: new Map(moves.flatMap(([id, table]) => (table[id] === undefined ? [] : [[id, table[id]]]))),
  };
  known.set(register, operations);
  return operations;
}

/** All rows of all registers, for the house's table. */
export function registersOperations(registers: readonly RegisterDefinition[]): OperationTable {
  return Object.fromEntries(
    registers.flatMap((register) => {
      const { moves, ...rest } = operationsOf(register);
      return [...Object.values<Operation>(rest), ...moves.values()].map((operation) => [operation.id, operation]);
    }),
  );
}
