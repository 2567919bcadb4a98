import type { RegistersContext } from '../context.ts';
import type { RegisterDefinition } from '../definition.ts';
import { findTargets, targetKey, type Targets } from '../records/find-targets.ts';
import type { Lookups } from './lookups.ts';

/** Names for everything that these records refer to, as the actor may know it; one query for all of them. */
export async function lookupsFor(
  context: RegistersContext,
  register: RegisterDefinition,
  records: readonly Readonly<Record<string, unknown>>[],
): Promise<Lookups> {
  return lookupsIn(
    await context.database.as(context.actor, (transaction) => findTargets(transaction, context, register, records)),
  );
}

export const lookupsIn = (targets: Targets): Lookups => ({
  record: (register, id) => targets.get(targetKey(register, id)),
});
