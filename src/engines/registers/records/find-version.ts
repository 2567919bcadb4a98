import type { Handle } from '#kernel/database/index.ts';
import type { RegistersContext } from '../context.ts';
import type { RegisterDefinition } from '../definition.ts';
import { loadParts, splitOf, type Loaded } from '../store/load-record.ts';
import { mergeRecord, type Data } from '../store/split-record.ts';
import { tables } from '../store/tables.ts';
import { findTargets, withoutHidden } from './find-targets.ts';

export interface FoundVersion {
  readonly seq: number;
  readonly version: number;
  readonly state: string;
  /** As the actor may know it today. */
  readonly data: Data;
}

/**
 * A version of the record, by the number of its shared part or by the name of the change that led to it; undefined when it
 * is none that the actor may know of. `known`: the register as the actor knows it.
 */
export async function findVersion(
  transaction: Handle,
  context: RegistersContext,
  known: RegisterDefinition,
  { row }: Loaded,
  which: string,
): Promise<FoundVersion | undefined> {
  const seq = await seqOf(transaction, row, which);
  if (seq === undefined) return undefined;
  const base = await tables(transaction)
    .selectFrom('register_versions')
    .select(['version', 'state', 'data'])
    .where('register', '=', row.register)
    .where('record', '=', row.id)
    .where('seq', '<=', seq)
    .orderBy('seq', 'desc')
    .executeTakeFirst();
  if (base === undefined) return undefined;
  const parts = (await loadParts(transaction, row.register, [row.id], seq)).get(row.id) ?? [];
  const data = mergeRecord(known.fields, splitOf(base.data, parts));
  const targets = await findTargets(transaction, context, known, [data]);
  return { seq, version: base.version, state: base.state, data: withoutHidden(known, data, targets) };
}

async function seqOf(
  transaction: Handle,
  { register, id }: { register: string; id: string },
  which: string,
): Promise<number | undefined> {
  const shared = tables(transaction)
    .selectFrom('register_versions')
    .select('seq')
    .where('register', '=', register)
    .where('record', '=', id);
  const isNumber = /^\d{1,9}$/.test(which);
  const found = await (
    isNumber ? shared.where('version', '=', Number(which)) : shared.where('change', '=', which)
  ).executeTakeFirst();
  if (found !== undefined || isNumber) return found?.seq;
  const part = await tables(transaction)
    .selectFrom('register_parts')
    .select('seq')
    .where('register', '=', register)
    .where('record', '=', id)
    .where('change', '=', which)
    .executeTakeFirst();
  return part?.seq;
}
