import type { Handle } from '#kernel/database/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { authorize } from '#kernel/policy/index.ts';
import { getRegister, type RegistersContext } from '../context.ts';
import type { RegisterDefinition } from '../definition.ts';
import { operationsOf } from '../operations.ts';
import { dataOf } from '../store/load-record.ts';
import { visibleRegister } from '../store/visible-fields.ts';
import { resourceOf, worksOn } from './allowed-moves.ts';
import { checkForSave } from './check-for-save.ts';
import { findTargets, withoutHidden } from './find-targets.ts';
import { getLoaded, readRecord } from './read-record.ts';
import type { RecordView } from './record-view.ts';
import { refuseFindings } from './refuse-findings.ts';
import { refuseStale } from './refuse-stale.ts';
import { writeChange } from './write-change.ts';

export interface MoveInput {
  /** Id of the move: `publish`. */
  readonly move: string;
  readonly reason?: string;
  /** `revision` that the mover has read; without it, whatever stands is moved. */
  readonly revision?: string;
}

/**
 * Moves a record to another state of its lifecycle. Problem `conflict` when it does not stand where the move begins, `invalid`
 * when a reason or something else that must be filled in is missing, `stale` as for a save.
 */
export function moveRecord(
  context: RegistersContext,
  register: string,
  id: string,
  input: MoveInput,
): Promise<RecordView> {
  return context.database.as(context.actor, (transaction) =>
    moveIn(transaction, context, getRegister(context, register), id, input),
  );
}

/** The same inside the caller's transaction, which runs as the context's actor. */
export async function moveIn(
  transaction: Handle,
  context: RegistersContext,
  register: RegisterDefinition,
  id: string,
  input: MoveInput,
): Promise<RecordView> {
  return readRecord(transaction, context, register, await applyMove(transaction, context, register, id, input));
}

/** The same without reading the record again; gives its id. */
export async function applyMove(
  transaction: Handle,
  context: RegistersContext,
  register: RegisterDefinition,
  id: string,
  input: MoveInput,
): Promise<string> {
  const { actor } = context;
  const loaded = await getLoaded(transaction, context, register, id, { lock: true });
  const { row } = loaded;
  const operation = operationsOf(register).moves.get(input.move);
  authorize(actor, operation, resourceOf(actor, row));
  if (!worksOn(register, actor, row.country ?? undefined)) throw notTheirs();
  const move = register.lifecycle.moves.find((each) => each.id === input.move);
  if (move === undefined || operation === undefined || !move.from.includes(row.state)) throw notFromHere(row.state);
  const reason = input.reason?.trim() ?? '';
  if (move.reason && reason === '')
    throw new Problem('invalid', say('Say why, in a sentence that those who work on the record understand.'), {
      details: { field: 'reason' },
    });
  const known = visibleRegister(register, actor, row.country ?? undefined);
  const data = dataOf(known, loaded);
  const targets = await findTargets(transaction, context, known, [data]);
  const shown = withoutHidden(known, data, targets);
  if (input.revision !== undefined)
    await refuseStale(transaction, context, known, { loaded, shown, wanted: shown, revision: input.revision });
  if (move.complete) {
    const { findings } = await checkForSave(transaction, context, known, shown, row.id);
    refuseFindings(register, move.to, findings);
  }
  await writeChange(transaction, context, register, loaded, {
    id: row.id,
    data,
    state: move.to,
    demonstration: row.demonstration,
    act: 'moved',
    move: move.id,
    ...(reason !== '' && { reason }),
    operation: operation.id,
  });
  return row.id;
}

const notTheirs = (): Problem =>
  new Problem(
    'forbidden',
    say('Your account may see this but not do that with it. Ask an administrator if it should.'),
  );

const notFromHere = (state: string): Problem =>
  new Problem(
    'conflict',
    say('The record is “{state}” by now, and this cannot be done from there. Open it again.', { state }),
    {
      details: { state },
    },
  );
