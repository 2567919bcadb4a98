import type { Handle } from '#kernel/database/index.ts';
import { notFound } from '#kernel/policy/index.ts';
import type { RegistersContext } from '../context.ts';
import type { RegisterDefinition } from '../definition.ts';
import { dataOf, findLoaded, type Loaded } from '../store/load-record.ts';
import { tables } from '../store/tables.ts';
import { visibleRegister } from '../store/visible-fields.ts';
import { findTargets, withoutHidden, type Targets } from './find-targets.ts';
import { recordView, type RecordView } from './record-view.ts';

/** The record with this id, or with this key where the register has one. Problem `not-found` for what is not there or may not be known. */
export async function getLoaded(
  transaction: Handle,
  context: RegistersContext,
  register: RegisterDefinition,
  id: string,
  options: { lock?: boolean } = {},
): Promise<Loaded> {
  const how = { ...options, demonstration: context.demonstration };
  const found = await findLoaded(transaction, register.id, id, how);
  if (found !== undefined) return found;
  const named = await idOfKey(transaction, register, id);
  const other = named === undefined ? undefined : await findLoaded(transaction, register.id, named, how);
  if (other === undefined) throw notFound();
  return other;
}

async function idOfKey(transaction: Handle, register: RegisterDefinition, key: string): Promise<string | undefined> {
  const { keyField } = register;
  if (keyField === undefined || register.fields[keyField]?.audience !== undefined) return undefined;
  const found = await tables(transaction)
    .selectFrom('register_values')
    .select('record')
    .where('register', '=', register.id)
    .where('field', '=', keyField)
    .where('value', '=', key)
    .orderBy('record')
    .executeTakeFirst();
  return found?.record;
}

/** What was loaded, as its reader may know it: without closed fields and without references to what is hidden. */
export async function viewOf(
  transaction: Handle,
  context: RegistersContext,
  register: RegisterDefinition,
  loaded: Loaded,
): Promise<{ readonly view: RecordView; readonly targets: Targets }> {
  const known = visibleRegister(register, context.actor, loaded.row.country ?? undefined);
  const data = dataOf(known, loaded);
  const targets = await findTargets(transaction, context, known, [data]);
  return { view: recordView(register, context.actor, loaded, withoutHidden(known, data, targets)), targets };
}

export async function readRecord(
  transaction: Handle,
  context: RegistersContext,
  register: RegisterDefinition,
  id: string,
): Promise<RecordView> {
  const loaded = await getLoaded(transaction, context, register, id);
  return (await viewOf(transaction, context, register, loaded)).view;
}
