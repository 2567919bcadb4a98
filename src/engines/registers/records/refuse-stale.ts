import type { Handle } from '#kernel/database/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { RegistersContext } from '../context.ts';
import type { RegisterDefinition } from '../definition.ts';
import { mergeRecords } from '../history/merge-records.ts';
import { revisionOf, type Loaded } from '../store/load-record.ts';
import { recordOf, type Data } from '../store/split-record.ts';
import { findVersion } from './find-version.ts';
import { recordView } from './record-view.ts';
import { changedFields } from './write-change.ts';

/**
 * Throws Problem `stale` when the record is no longer the one that the writer began from. Its details hold what both
 * wrote, so that nothing is lost: `base` (as it was; absent when the revision is unknown), `theirs` (the record now),
 * `yours`, `fields` in which both changed something, and `merged`: theirs with what you alone changed, and yours where both did.
 */
export async function refuseStale(
  transaction: Handle,
  context: RegistersContext,
  known: RegisterDefinition,
  save: { loaded: Loaded; shown: Data; wanted: unknown; revision: string },
): Promise<void> {
  const { loaded, shown, wanted, revision } = save;
  if (revisionOf(loaded) === revision) return;
  const base = await findVersion(transaction, context, known, loaded, revision);
  const yours = recordOf(wanted);
  const theirs = recordView(known, context.actor, loaded, shown);
  const mine = changedFields(base?.data ?? {}, yours);
  const other = new Set(changedFields(base?.data ?? {}, shown));
  throw new Problem(
    'stale',
    say('Somebody has saved this record since you opened it. Compare both versions, and save the one that shall hold.'),
    {
      details: {
        ...(base !== undefined && {
          base: base.data,
          merged: mergeRecords(known, base.data, yours, shown).data,
        }),
        theirs,
        yours,
        fields: mine.filter(
          (field) => other.has(field) && changedFields(pick(yours, field), pick(shown, field)).length > 0,
        ),
      },
    },
  );
}

const pick = (data: Data, field: string): Data => ({ [field]: data[field] });
