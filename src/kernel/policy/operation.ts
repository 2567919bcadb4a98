import type { Role } from './actor.ts';
import { roles } from './actor.ts';
import type { Relation } from './relation.ts';

/** Which roles may, and in which relation to the thing: one relation, or any of several. A role that is not named may not. */
export type Allowed = Readonly<Partial<Record<Role, Relation | readonly Relation[]>>>;

/** One row of the permission table, as an engine writes it. */
export interface OperationRow {
  /** A read changes nothing; a write is always audited. */
  readonly kind: 'read' | 'write';
  readonly allow: Allowed;
  /** Refused until the person has shown a second factor in this session. */
  readonly secondFactor?: boolean;
  /** Refused unless the person signed in within the last minutes; never open to an API token. */
  readonly recentSignIn?: boolean;
  /** Whether reading what is not public leaves an entry in the audit log. */
  readonly readsAudited?: boolean;
  /** `public`: a refusal may say so (403, 401). `hidden`, the default: it looks as if nothing were there (404). */
  readonly existence?: 'public' | 'hidden';
}

/** One thing that can be done in the house, with who may do it. */
export interface Operation extends OperationRow {
  /** `area.name`, or `area.things.verb`. */
  readonly id: string;
}

export type OperationTable = Readonly<Record<string, Operation>>;

const idForm = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)*$/;

/**
 * Names the rows of one area: `defineOperations('statistics', { import: {…} }).import.id` is "statistics.import".
 * A badly formed name, or a row that nobody or no visitor it names could use, stops the start with an Error.
 */
export function defineOperations<Rows extends Readonly<Record<string, OperationRow>>>(
  area: string,
  rows: Rows,
): { readonly [Name in keyof Rows]: Operation } {
  const defined = Object.entries(rows).map(([name, row]): [string, Operation] => {
    const id = `${area}.${name}`;
    if (!idForm.test(id)) throw new Error(`The operation "${id}" is not written as area.name in small letters.`);
    if (!roles.some((role) => row.allow[role] !== undefined)) throw new Error(`The operation "${id}" allows nobody.`);
    if (row.allow.public !== undefined && (row.secondFactor === true || row.recentSignIn === true)) {
      throw new Error(`The operation "${id}" is open to visitors, who have no session to prove anything in.`);
    }
    return [name, { ...row, id }];
  });
  return Object.fromEntries(defined) as { [Name in keyof Rows]: Operation };
}

/** Relations of which one suffices for the role; empty when the role may not at all. */
export function relationsFor(operation: Operation, role: Role): readonly Relation[] {
  const cell = operation.allow[role];
  if (cell === undefined) return [];
  return typeof cell === 'string' ? [cell] : cell;
}

/** Gives every role but those named the same cell: `everyone('any')` opens a row to the public as well. */
export function everyone(relation: Relation, except: readonly Role[] = []): Allowed {
  return Object.fromEntries(roles.filter((role) => !except.includes(role)).map((role) => [role, relation]));
}

/** Gives each of these roles the same cell, to be spread beside others. */
export function each(named: readonly Role[], relation: Relation | readonly Relation[]): Allowed {
  return Object.fromEntries(named.map((role) => [role, relation]));
}
