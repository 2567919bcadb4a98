import type { Handle } from '#kernel/database/index.ts';
import { appendAudit } from '#kernel/audit/index.ts';
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

/** Takes back a record that an import made: a draft goes, since nobody was shown it; what was published is withdrawn, and stays to be read. */
export async function takeBackRecord(
  transaction: Handle,
  context: RegistersContext,
  register: RegisterDefinition,
  loaded: Loaded,
): Promise<void> {
  const { row } = loaded;
  const operation = operationsOf(register).import.id;
  const { states } = register.lifecycle;
  const withdrawn = states.find((state) => state.withdrawn === true);
  if (states.find(({ id }) => id === row.state)?.shown === 'readers' && withdrawn !== undefined) {
    const known = visibleRegister(register, context.actor, row.country ?? undefined);
    await writeChange(transaction, context, register, loaded, {
      id: row.id,
      data: dataOf(known, loaded),
      state: withdrawn.id,
      demonstration: row.demonstration,
      act: 'undone',
      reason: 'The import that made this record was undone.',
      operation,
    });
    return;
  }
  await replaceCitations(transaction, placeOf(register.id, row.id), []);
  await removeRows(transaction, register.id, row.id);
  await appendAudit(transaction, {
    actor: context.actor,
    action: operation,
    subject: { kind: `register:${register.id}`, id: row.id },
    details: { act: 'undone', state: row.state },
    ...(context.request !== undefined && { request: context.request }),
  });
  await sayChanged(transaction, [{ register: register.id, id: row.id, state: row.state }]);
}

async function removeRows(transaction: Handle, register: string, id: string): Promise<void> {
  const all = tables(transaction);
  try {
    for (const table of ['register_part_values', 'register_values', 'register_parts', 'register_versions'] as const)
      await all.deleteFrom(table).where('register', '=', register).where('record', '=', id).execute();
    await all.deleteFrom('register_records').where('register', '=', register).where('id', '=', id).execute();
  } catch (error) {
    // A part that the actor may not see still hangs on the record (foreign key).
    if ((error as { code?: unknown }).code !== '23503') throw error;
    throw new Problem(
      'conflict',
      say('Others have added to the record {id} since. Ask the administrator of the register to undo the import.', {
        id,
      }),
    );
  }
}
