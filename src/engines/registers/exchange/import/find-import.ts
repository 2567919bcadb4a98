import type { Handle } from '#kernel/database/index.ts';
import { authorize, notFound } from '#kernel/policy/index.ts';
import { getRegister, type RegistersContext } from '../../context.ts';
import { operationsOf } from '../../operations.ts';
import { importTables } from './tables.ts';

/** An import that was made. */
export interface ImportRun {
  readonly id: string;
  readonly file: string;
  readonly sha256: string;
  readonly state: 'done' | 'undone';
  readonly rows: number;
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  readonly role: string;
  readonly at: Date;
  readonly undoneAt?: Date;
}

/** The imports of a register that the actor may know of, the latest first, at most 100. */
export function listImports(context: RegistersContext, id: string): Promise<readonly ImportRun[]> {
  const register = getRegister(context, id);
  const { actor } = context;
  const state = actor.kind === 'account' ? actor.organization.state : undefined;
  authorize(actor, operationsOf(register).import, state === undefined ? {} : { state });
  return context.database.as(actor, async (transaction) => {
    const rows = await runsOf(transaction, register.id).orderBy('at', 'desc').limit(100).execute();
    return rows.map(runOf);
  });
}

/** One of them. Problem `not-found`. */
export async function getImport(context: RegistersContext, id: string, run: string): Promise<ImportRun> {
  const found = (await listImports(context, id)).find((each) => each.id === run);
  if (found === undefined) throw notFound();
  return found;
}

const runsOf = (transaction: Handle, register: string) =>
  importTables(transaction).selectFrom('register_imports').selectAll().where('register', '=', register);

type Row = Awaited<ReturnType<ReturnType<typeof runsOf>['execute']>>[number];

function runOf(row: Row): ImportRun {
  const { id, file, sha256, state, rows, new: made, changed, same, by_role: role, at, undone_at: undoneAt } = row;
  return { id, file, sha256, state, rows, new: made, changed, same, role, at, ...(undoneAt !== null && { undoneAt }) };
}
