import { notFound } from '#kernel/policy/index.ts';
import { getRegister, type RegistersContext } from '../context.ts';
import { visibleRegister } from '../store/visible-fields.ts';
import { findVersion } from './find-version.ts';
import { getLoaded } from './read-record.ts';
import type { RecordView } from './record-view.ts';
import { saveIn } from './save-record.ts';

/**
 * Saves what a record held in an earlier version as a new one; its state stays. `which` is a version's number or the name of
 * a change. Refused as a save is; Problem `not-found` for a version that is none or may not be known.
 */
export function restoreVersion(
  context: RegistersContext,
  register: string,
  id: string,
  { which, revision }: { readonly which: string; readonly revision: string },
): Promise<RecordView> {
  const definition = getRegister(context, register);
  return context.database.as(context.actor, async (transaction) => {
    const loaded = await getLoaded(transaction, context, definition, id);
    const known = visibleRegister(definition, context.actor, loaded.row.country ?? undefined);
    const version = await findVersion(transaction, context, known, loaded, which);
    if (version === undefined) throw notFound();
    return saveIn(transaction, context, definition, id, { data: version.data, revision, act: 'restored' });
  });
}
