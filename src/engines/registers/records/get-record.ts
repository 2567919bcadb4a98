import { authorize } from '#kernel/policy/index.ts';
import { getRegister, type RegistersContext } from '../context.ts';
import type { RecordFinding } from '../definition.ts';
import type { Move } from '../lifecycle/lifecycle.ts';
import { operationsOf } from '../operations.ts';
import { visibleRegister } from '../store/visible-fields.ts';
import { allowedMoves, maySaveIn, resourceOf } from './allowed-moves.ts';
import { checkForSave } from './check-for-save.ts';
import { countCitations, type CitationCount } from './count-citations.ts';
import type { NamedRecord } from './find-targets.ts';
import { noteRead } from './note-read.ts';
import { getLoaded, viewOf } from './read-record.ts';
import type { RecordView } from './record-view.ts';

/** A record with all that its page shows. */
export interface OpenedRecord {
  readonly record: RecordView;
  /** What is wrong or missing; for those who may change the record. */
  readonly findings: readonly RecordFinding[];
  readonly maySave: boolean;
  readonly moves: readonly Move[];
  /** What it refers to, by `register/id`. */
  readonly references: ReadonlyMap<string, NamedRecord>;
  /** How many records and other things of the house cite it, by register and field. */
  readonly citedBy: readonly CitationCount[];
}

/** Opens a record by its id or key. A read of what is not for everyone is noted in the audit log. Problem `not-found`. */
export function getRecord(context: RegistersContext, register: string, id: string): Promise<OpenedRecord> {
  const definition = getRegister(context, register);
  const { actor } = context;
  const { read } = operationsOf(definition);
  return context.database.as(actor, async (transaction) => {
    const loaded = await getLoaded(transaction, context, definition, id);
    const resource = resourceOf(actor, loaded.row);
    authorize(actor, read, resource);
    const { view, targets } = await viewOf(transaction, context, definition, loaded);
    const maySave = maySaveIn(definition, actor, loaded.row.state, resource);
    const moves = allowedMoves(definition, actor, loaded.row);
    const known = visibleRegister(definition, actor, view.country);
    const { findings } =
      maySave || moves.length > 0
        ? await checkForSave(transaction, context, known, view.data, view.id)
        : { findings: [] };
    await noteRead(transaction, context, definition, [loaded], view.id);
    const citedBy = await countCitations(transaction, context, definition, view.id);
    return { record: view, findings, maySave, moves, references: targets, citedBy };
  });
}
