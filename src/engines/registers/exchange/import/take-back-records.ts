import { appendAudit } from '#kernel/audit/index.ts';
import type { Handle } from '#kernel/database/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { replaceCitations } from '#kernel/links/index.ts';
import type { RegistersContext } from '../../context.ts';
import type { RegisterDefinition } from '../../definition.ts';
import { operationsOf } from '../../operations.ts';
import { placeOf } from '../../records/cite.ts';
import { sayChanged } from '../../records/say-changed.ts';
import { writeChange } from '../../records/write-change.ts';
import { dataOf, type Loaded } from '../../store/load-record.ts';
import { tables } from '../../store/tables.ts';
import { visibleRegister } from '../../store/visible-fields.ts';

/** Takes back records that an import made: drafts go, since nobody was shown them; what was published is withdrawn, and stays to be read. */
export async function takeBackRecords(
  transaction: Handle,
  context: RegistersContext,
  register: RegisterDefinition,
  records: readonly Loaded[],
): Promise<void> {
  const operation = operationsOf(register).import.id;
  const { states } = register.lifecycle;
  const withdrawn = states.find((state) => state.withdrawn === true);
  const isShown = ({ row }: Loaded): boolean => states.find(({ id }) => id === row.state)?.shown === 'readers';
  const gone: Loaded[] = [];
  for (const loaded of records) {
    if (isShown(loaded) && withdrawn !== undefined)
      await withdraw(transaction, context, register, loaded, withdrawn.id);
    else gone.push(loaded);
  }
  // What nobody was shown is not among the citations of the house.
  for (const { row } of gone.filter(isShown)) await replaceCitations(transaction, placeOf(register.id, row.id), []);
  for (let from = 0; from < gone.length; from += 1000) {
    const some = gone.slice(from, from + 1000);
    const ids = some.map(({ row }) => row.id);
    await removeRows(transaction, register.id, ids);
    await appendAudit(transaction, {
      actor: context.actor,
      action: operation,
      subject: { kind: 'register', id: register.id },
      details: { act: 'undone', records: ids },
      ...(context.request !== undefined && { request: context.request }),
    });
    await sayChanged(
      transaction,
      some.map(({ row }) => ({ register: register.id, id: row.id, state: row.state })),
    );
  }
}

async function withdraw(
  transaction: Handle,
  context: RegistersContext,
  register: RegisterDefinition,
  loaded: Loaded,
  state: string,
): Promise<void> {
  const { row } = loaded;
  const known = visibleRegister(register, context.actor, row.country ?? undefined);
  await writeChange(transaction, context, register, loaded, {
    id: row.id,
    data: dataOf(known, loaded),
    state,
    demonstration: row.demonstration,
    act: 'undone',
    reason: 'The import that made this record was undone.',
    operation: operationsOf(register).import.id,
  });
}

async function removeRows(transaction: Handle, register: string, ids: readonly string[]): Promise<void> {
  const all = tables(transaction);
  try {
    for (const table of ['register_part_values', 'register_values', 'register_parts', 'register_versions'] as const)
      await all.deleteFrom(table).where('register', '=', register).where('record', 'in', ids).execute();
    await all.deleteFrom('register_records').where('register', '=', register).where('id', 'in', ids).execute();
  } catch (error) {
    // A part that the actor may not see still hangs on one of them (foreign key).
    if ((error as { code?: unknown }).code !== '23503') throw error;
    throw new Problem(
      'conflict',
      say('Others have added to these records since. Ask the administrator of the register to undo the import.'),
    );
  }
}
