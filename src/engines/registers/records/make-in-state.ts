import type { Handle } from '#kernel/database/index.ts';
import type { RegistersContext } from '../context.ts';
import type { RegisterDefinition } from '../definition.ts';
import { operationsOf } from '../operations.ts';
import type { SeedRecord } from '../seed-record.ts';
import { recordOf } from '../store/split-record.ts';
import { visibleRegister } from '../store/visible-fields.ts';
import { checkForSave } from './check-for-save.ts';
import { refuseFindings } from './refuse-findings.ts';
import { countryOf, writeChange } from './write-change.ts';

/**
 * Makes a record that comes with the house in its state at once, without the moves that lead there, and reads nothing back: a third of the
 * statements of the way that people's records take. Refused like theirs when it is not as its register says. The caller has authorized it.
 */
export async function makeInState(
  transaction: Handle,
  context: RegistersContext,
  register: RegisterDefinition,
  record: Required<Omit<SeedRecord, 'register'>>,
): Promise<void> {
  const { id, state, data, demonstration } = record;
  const known = visibleRegister(register, context.actor, countryOf(register, recordOf(data)));
  const checked = await checkForSave(transaction, context, known, data, undefined);
  refuseFindings(register, state, checked.findings);
  const operation = operationsOf(register).create.id;
  const wanted = { id, data: checked.data, state, demonstration, act: 'made', operation } as const;
  await writeChange(transaction, context, register, undefined, wanted);
}
