import { notFound } from '#kernel/policy/index.ts';
import { getRegister, type RegistersContext } from '../context.ts';
import { diffRecords, type FieldDiff } from '../history/diff-records.ts';
import { visibleRegister } from '../store/visible-fields.ts';
import { findVersion, type FoundVersion } from './find-version.ts';
import { noteRead } from './note-read.ts';
import { getLoaded } from './read-record.ts';

export interface Comparison {
  readonly from: Omit<FoundVersion, 'seq'>;
  readonly to: Omit<FoundVersion, 'seq'>;
  /** Ids of the fields in which they differ. */
  readonly fields: readonly string[];
  /** The same in detail, in the register's order. */
  readonly differences: readonly FieldDiff[];
}

/** Two versions of a record, each by its number or by the name of the change that led to it. Problem `not-found`. */
export function compareVersions(
  context: RegistersContext,
  register: string,
  id: string,
  which: { readonly from: string; readonly to: string },
): Promise<Comparison> {
  const definition = getRegister(context, register);
  return context.database.as(context.actor, async (transaction) => {
    const loaded = await getLoaded(transaction, context, definition, id);
    await noteRead(transaction, context, definition, [loaded], loaded.row.id);
    const known = visibleRegister(definition, context.actor, loaded.row.country ?? undefined);
    const from = await findVersion(transaction, context, known, loaded, which.from);
    const to = await findVersion(transaction, context, known, loaded, which.to);
    if (from === undefined || to === undefined) throw notFound();
    const shown = ({ version, state, data }: FoundVersion) => ({ version, state, data });
    const differences = diffRecords(known, from.data, to.data);
    return { from: shown(from), to: shown(to), fields: differences.map(({ field }) => field), differences };
  });
}
