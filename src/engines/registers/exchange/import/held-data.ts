import type { Handle } from '#kernel/database/index.ts';
import type { RegistersContext } from '../../context.ts';
import type { RegisterDefinition } from '../../definition.ts';
import { findTargets, withoutHidden } from '../../records/find-targets.ts';
import { dataOf, revisionOf } from '../../store/load-record.ts';
import type { Data } from '../../store/split-record.ts';
import { visibleRegister } from '../../store/visible-fields.ts';
import { loadMany } from './load-many.ts';

/** A record that is there, as the importer may know it. */
export interface Held {
  readonly data: Data;
  readonly revision: string;
  /** The register as the importer knows it for this record. */
  readonly known: RegisterDefinition;
}

/** What records hold, without closed fields and hidden references, by id. */
export async function heldData(
  transaction: Handle,
  context: RegistersContext,
  register: RegisterDefinition,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Held>> {
  const loaded = [...(await loadMany(transaction, register.id, ids)).values()]
    .filter(({ row }) => context.demonstration || !row.demonstration)
    .map((each) => {
      const known = visibleRegister(register, context.actor, each.row.country ?? undefined);
      return { id: each.row.id, known, revision: revisionOf(each), data: dataOf(known, each) };
    });
  const targets = await findTargets(
    transaction,
    context,
    register,
    loaded.map(({ data }) => data),
  );
  return new Map(
    loaded.map(({ id, known, revision, data }) => [id, { known, revision, data: withoutHidden(known, data, targets) }]),
  );
}
