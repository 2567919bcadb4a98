import type { Handle } from '#kernel/database/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { authorize } from '#kernel/policy/index.ts';
import { getRegister, type RegistersContext } from '../context.ts';
import type { RegisterDefinition } from '../definition.ts';
import { operationsOf } from '../operations.ts';
import { dataOf } from '../store/load-record.ts';
import type { Data } from '../store/split-record.ts';
import { visibleRegister } from '../store/visible-fields.ts';
import { maySaveIn, resourceOf } from './allowed-moves.ts';
import { checkForSave } from './check-for-save.ts';
import { findTargets, targetKey, withoutHidden } from './find-targets.ts';
import { keepHiddenReferences } from './keep-hidden-references.ts';
import { mergePatch } from './merge-patch.ts';
import { getLoaded, readRecord } from './read-record.ts';
import type { RecordView } from './record-view.ts';
import { refuseFindings } from './refuse-findings.ts';
import { refuseStale } from './refuse-stale.ts';
import { countryOf, writeChange } from './write-change.ts';

export type Saved = {
  /** `revision` of the record that the writer began from. */
  readonly revision: string;
  /** What was changed and why, for the history. */
  readonly note?: string;
  readonly act?: 'saved' | 'restored' | 'imported' | 'undone';
} & (
  | { /** The whole record, fields by id. */ readonly data: unknown }
  | { /** JSON merge patch (RFC 7396): null takes a field away. */ readonly patch: unknown }
);

/**
 * Saves a record. Problem `stale` (412) with `details` {base, theirs, yours, fields} when somebody saved since; `invalid` with
 * `details.findings` when a value cannot be kept or the record is in a state that must be complete.
 */
export function saveRecord(context: RegistersContext, register: string, id: string, input: Saved): Promise<RecordView> {
  return context.database.as(context.actor, (transaction) =>
    saveIn(transaction, context, getRegister(context, register), id, input),
  );
}

/** The same inside the caller's transaction, which runs as the context's actor. */
export async function saveIn(
  transaction: Handle,
  context: RegistersContext,
  register: RegisterDefinition,
  id: string,
  input: Saved,
): Promise<RecordView> {
  const { actor } = context;
  const loaded = await getLoaded(transaction, context, register, id, { lock: true });
  const { row } = loaded;
  const resource = resourceOf(actor, row);
  const { save } = operationsOf(register);
  authorize(actor, save, resource);
  if (!maySaveIn(register, actor, row.state, resource)) throw notInThisState();
  const known = visibleRegister(register, actor, row.country ?? undefined);
  const held = dataOf(known, loaded);
  const targets = await findTargets(transaction, context, known, [held]);
  const shown = withoutHidden(known, held, targets);
  const wanted = 'data' in input ? input.data : mergePatch(shown, input.patch);
  await refuseStale(transaction, context, known, { loaded, shown, wanted, revision: input.revision });
  const checked = await checkForSave(transaction, context, known, wanted, row.id);
  refuseFindings(register, row.state, checked.findings);
  const data = keepHiddenReferences(known.fields, checked.data, held, (to, each) => targets.has(targetKey(to, each)));
  refuseOtherState(context, register, data);
  await writeChange(transaction, context, register, loaded, {
    id: row.id,
    data,
    state: row.state,
    demonstration: row.demonstration,
    act: input.act ?? 'saved',
    ...(input.note !== undefined && input.note.trim() !== '' && { reason: input.note.trim() }),
    operation: save.id,
  });
  return readRecord(transaction, context, register, row.id);
}

/** Who may write of their own State only cannot hand a record to another. */
function refuseOtherState({ actor }: RegistersContext, register: RegisterDefinition, data: Data): void {
  const state = countryOf(register, data);
  authorize(actor, operationsOf(register).save, state === undefined ? {} : { state });
}

const notInThisState = (): Problem =>
  new Problem(
    'forbidden',
    say('Your account may not change a record in this state. Ask an editor to change it or to send it back to you.'),
  );
