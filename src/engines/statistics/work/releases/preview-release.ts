import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { authorize } from '#kernel/policy/index.ts';
import type { StatisticsContext } from '../../context.ts';
import { getFlow } from '../../find-flow.ts';
import { statisticsOperations } from '../../operations.ts';
import { acceptedBatches } from '../../store/batches.ts';
import { acceptedRelation } from '../../store/cube/accepted-relation.ts';
import { stagedColumns } from '../../store/cube/columns.ts';
import { foldersOf, releaseFolder } from '../../store/cube/folders.ts';
import { identifiers, literal } from '../../store/cube/sql-text.ts';
import { inWorkshop } from '../../store/cube/workshop.ts';
import { latestInForce, readDataflow } from '../../store/releases.ts';
import { maskedAudience, type DisclosureSummary } from '../../disclosure/disclosure-rule.ts';
import { hideFigures } from '../../store/hide-figures.ts';
import { compare, type Changes } from '../batches/compare.ts';

/** What a release would be: its changes, and what the flow's disclosure rule would keep back. */
export interface ReleasePreview extends Changes {
  readonly hidden?: DisclosureSummary;
}

/** What the next release of a flow would change against the latest one in force; undefined when nothing is accepted. Changes nothing. */
export async function previewRelease(context: StatisticsContext, name: string): Promise<ReleasePreview | undefined> {
  authorize(context.actor, statisticsOperations.batches);
  const { flow, disclosure: rule, audience } = await getFlow(context, name);
  const { batches, latest } = await context.database.as(context.actor, async (transaction) => ({
    batches: await acceptedBatches(transaction, name),
    latest: await latestInForce(transaction, name),
  }));
  if (batches.length === 0) return undefined;
  const folders = foldersOf(context.dataFolder);
  // A flow may have gained an attribute since; the release before has the columns of its own time.
  const before = latest === undefined ? undefined : await readDataflow(context.database.owner, name, latest.release);
  const had = new Set(before === undefined ? [] : stagedColumns(before.structure));
  const own = stagedColumns(flow.structure);
  return inWorkshop(folders, async (workshop) => {
    const accepted = await acceptedRelation(workshop, folders, flow.structure, batches);
    let released: string | undefined;
    if (latest !== undefined) {
      const folder = releaseFolder(folders, flow, latest.release);
      const files = [join(folder, 'public.parquet')];
      const restricted = join(folder, 'restricted.parquet');
      if (await isThere(restricted)) files.push(restricted);
      const columns = own
        .map((id) => (had.has(id) ? identifiers([id]) : `NULL::VARCHAR AS ${identifiers([id])}`))
        .join(', ');
      // What stands in the public file for a hidden figure is none; the figure is in the restricted one.
      const all = files.map(
        (file) =>
          `SELECT ${columns} FROM read_parquet(${literal(file)}) ${file === restricted ? '' : "WHERE CONF_STATUS = 'F'"}`,
      );
      released = `(${all.join(' UNION ALL ')})`;
    }
    if (rule === undefined) return compare(workshop, flow.structure, { before: released, after: accepted.sql });
    const before = latest === undefined ? undefined : releaseFolder(folders, flow, latest.release);
    const { state, summary } = await hideFigures(workshop, {
      rule,
      structure: flow.structure,
      accepted,
      audience,
      before,
    });
    const after = `(SELECT * FROM ${state.sql} WHERE _audience <> ${literal(maskedAudience)})`;
    return { ...(await compare(workshop, flow.structure, { before: released, after })), hidden: summary };
  });
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
