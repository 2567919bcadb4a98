import type { Database } from '#kernel/database/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { Actor } from '#kernel/policy/index.ts';
import { roleOf } from '#kernel/policy/index.ts';
import type { RegisterDefinition } from './definition.ts';
import type { RecordSearch } from './find/search-source.ts';

/** What every use case of the engine works with. */
export interface RegistersContext {
  readonly database: Database;
  readonly clock: () => Date;
  readonly actor: Actor;
  /** Registers that the systems define. */
  readonly registers: readonly RegisterDefinition[];
  /** Whether this installation shows its demonstration records. */
  readonly demonstration: boolean;
  /** The house's index; without it words are looked for in the database. */
  readonly search?: RecordSearch;
  /** Id of the request, for the audit log. */
  readonly request?: string;
}

/** The register of this id. Problem `not-found`. */
export function getRegister(context: Pick<RegistersContext, 'registers'>, id: string): RegisterDefinition {
  const found = context.registers.find((register) => register.id === id);
  if (found !== undefined) return found;
  throw new Problem('not-found', say('There is no register “{register}”.', { register: id }));
}

/** How the record names who acted: the account's id, or `operator`. Never a name: people can be erased, the record cannot. */
export function actedBy(actor: Actor): { by: string; role: string } {
  return { by: actor.kind === 'account' ? actor.id : roleOf(actor), role: roleOf(actor) };
}
