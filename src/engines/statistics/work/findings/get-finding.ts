import { authorize, notFound } from '#kernel/policy/index.ts';
import type { StatisticsContext } from '../../context.ts';
import { findFlow } from '../../find-flow.ts';
import type { FlowDefinition } from '../../definition.ts';
import { demonstrationName, hidesDemonstration } from '../../model/demonstration.ts';
import type { ReleasedStore } from '../../model/released.ts';
import { statisticsOperations } from '../../operations.ts';
import { findBatch } from '../../store/batches.ts';
import { selectAnswers } from '../../store/findings.ts';
import { workTables, type Mark } from '../store/tables.ts';
import type { Sort, WorkFilter } from './filter.ts';
import { findNeighbours, findOne, takesPart, type FoundFinding } from './matching.ts';
import { readCells, readSeries, type SeriesPoint } from './read-series.ts';
import { ask } from './search-findings.ts';

export interface ThreadEntry {
  readonly body: string;
  readonly at: Date;
  readonly by: string;
  readonly role: string;
  /** What was decided with it. */
  readonly mark: Mark | undefined;
}

export interface FindingInFull {
  readonly finding: FoundFinding;
  readonly definition: FlowDefinition | undefined;
  readonly file: string | undefined;
  readonly cells: readonly { readonly column: string; readonly text: string }[];
  readonly series: readonly SeriesPoint[];
  /** Findings about other figures of the same series in the same batch, by row. */
  readonly besides: ReadonlyMap<number, string>;
  /** Undefined where the actor takes no part in it. */
  readonly thread: readonly ThreadEntry[] | undefined;
  readonly neighbours: Awaited<ReturnType<typeof findNeighbours>>;
}

/** A finding with all that helps to judge it. Problem `not-found` for one that the actor may not know of. */
export async function getFinding(
  context: StatisticsContext,
  store: Pick<ReleasedStore, 'rows'>,
  id: number,
  { filter, sort }: { filter: WorkFilter; sort: Sort },
): Promise<FindingInFull> {
  authorize(context.actor, statisticsOperations.findings);
  const asked = await ask(context, filter);
  const { actor } = context;
  const read = await context.database.as(actor, async (transaction) => {
    const finding = await findOne(transaction, actor, id);
    if (finding === undefined || isHidden(context, finding.flow)) throw notFound();
    const part = takesPart(actor, finding.state);
    const answers = part ? await selectAnswers(transaction, [id]) : [];
    const marks = part
      ? await workTables(transaction)
          .selectFrom('statistics_finding_marks')
          .selectAll()
          .where('finding', '=', id)
          .orderBy('id')
          .execute()
      : [];
    const others =
      finding.series === null
        ? []
        : await workTables(transaction)
            .selectFrom('statistics_findings')
            .select(['source_row', 'message'])
            .where('batch', '=', finding.batch)
            .where('series', '=', finding.series)
            .where('source_row', 'is not', null)
            .limit(200)
            .execute();
    const thread = [
      ...answers.map(({ body, at, by_account: by, by_role: role }) => ({ body, at, by, role, mark: undefined })),
      ...marks.map(({ reason: body, at, by_account: by, by_role: role, mark }) => ({ body, at, by, role, mark })),
    ].sort((a, b) => a.at.getTime() - b.at.getTime());
    const neighbours = await findNeighbours(transaction, asked, sort, id);
    return { finding, part, others, neighbours, thread: part ? thread : undefined };
  });
  const { finding, part, others, neighbours, thread } = read;
  const definition = await findFlow(context, finding.flow);
  // Who takes part may see the row as it came in; its batch is the office's, so it is read as owner.
  const batch = part ? await findBatch(context.database.owner, finding.batch) : undefined;
  return {
    finding,
    definition,
    file: batch?.file_name,
    cells:
      batch === undefined || finding.source_row === null
        ? []
        : await readCells(context, store, batch, finding.source_row),
    series: definition === undefined ? [] : await readSeries(context, store, definition.flow.structure, finding, part),
    besides: new Map(others.flatMap(({ source_row: row, message }) => (row === null ? [] : [[row, message] as const]))),
    thread,
    neighbours,
  };
}

const isHidden = (context: StatisticsContext, flow: string): boolean =>
  hidesDemonstration(context) && new RegExp(demonstrationName).test(flow);
