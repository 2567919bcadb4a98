import type { Actor } from '#kernel/policy/actor.ts';
import type { WorkDeps } from '../deps.ts';

/** Somebody who acted, as a page names them. */
export interface Who {
  readonly account: string;
  /** Absent where the actor may not know it, or the person was erased. */
  readonly name?: string;
}

/** Finds names for account ids, as far as the actor may know them. */
export async function namesOf(deps: WorkDeps, actor: Actor, ids: readonly string[]): Promise<(id: string) => Who> {
  const accounts = [...new Set(ids)].filter((id) => id !== 'operator');
  const people = accounts.length === 0 ? undefined : await deps.people?.(actor, accounts);
  return (account) => {
    const name = people?.get(account)?.name;
    return name === undefined ? { account } : { account, name };
  };
}
