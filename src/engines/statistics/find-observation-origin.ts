import { join } from 'node:path';
import { authorize, mayRead } from '#kernel/policy/index.ts';
import type { StatisticsContext } from './context.ts';
import type { ColumnRead } from './import/column-reads.ts';
import { sdmxCsv } from './import/resolve-flow.ts';
import { firstLine } from './import/read-original-csv.ts';
import type { BatchAct } from './list-batches.ts';
import type { RecordedFinding } from './list-findings.ts';
import { present } from './list-findings.ts';
import type { ReleasedStore } from './model/released.ts';
import { flowName, type ArtefactId } from './model/structure.ts';
import { statisticsOperations } from './operations.ts';
import { type BatchRow, findBatch, selectActs } from './store/batches.ts';
import { batchFolder, foldersOf } from './store/cube/folders.ts';
import { identifier, literal } from './store/cube/sql-text.ts';
import { selectAnswers, selectFindings } from './store/findings.ts';
import { findRelease } from './store/releases.ts';

/** The way back from a published figure to where it was reported and who let it through. */
export interface ObservationOrigin {
  readonly release: { readonly number: number; readonly at: Date };
  /** Release that first published this value. */
  readonly since: number;
  readonly batch: string;
  /** The checksum is left out for those from whom the release hides figures: it would prove a guess. */
  readonly file: { readonly name: string; readonly sha256?: string };
  /** The figure is hidden from this actor, and so is what its row says. */
  readonly withheld: boolean;
  /** How the row was read: by which mapping, and which column became what; without columns for batches from before they were recorded. */
  readonly mapping: { readonly name: string; readonly version?: string; readonly reads: readonly ColumnRead[] };
  /** Row in the file, as a spreadsheet program or editor numbers it. */
  readonly row: number;
  /** The row's cells as they were, by column header, in order. */
  readonly cells: readonly { readonly column: string; readonly text: string }[];
  /** Accounts are the office's to know; everyone sees roles. */
  readonly imported: { readonly at: Date; readonly role: string; readonly account?: string };
  readonly accepted:
    | { readonly at: Date; readonly role: string; readonly account?: string; readonly note?: string }
    | undefined;
  readonly findings: readonly RecordedFinding[];
}

/** Walks back from one figure of a release; undefined when the actor can see no such figure. */
export async function findObservationOrigin(
  context: StatisticsContext,
  store: Pick<ReleasedStore, 'all' | 'rows'>,
  figure: { flow: Pick<ArtefactId, 'agency' | 'id'>; release?: number; key: readonly string[]; period: string },
): Promise<ObservationOrigin | undefined> {
  authorize(context.actor, statisticsOperations.read);
  const releases = await store.all(figure.flow, context.actor);
  const released =
    figure.release === undefined ? releases.at(-1) : releases.find(({ release }) => release === figure.release);
  if (released === undefined) return undefined;
  const dimensions = released.flow.structure.dimensions.map(({ id }) => id);
  if (figure.key.length !== dimensions.length) return undefined;
  const where = [...dimensions, 'TIME_PERIOD'].map((id) => `${identifier(id)} = ?`).join(' AND ');
  const [found] = await store.rows(
    `SELECT _batch, _row, _since, OBS_VALUE, CONF_STATUS FROM ${released.relation} WHERE ${where}`,
    [...figure.key, figure.period],
  );
  if (found === undefined) return undefined;
  const [batch, row] = [String(found['_batch']), Number(found['_row'])];

  // A released figure may be walked back by whoever sees it, so its batch is read as owner; accounts stay the office's.
  const owner = context.database.owner;
  const from = await findBatch(owner, batch);
  if (from === undefined) return undefined;
  const office = mayRead(context.actor, 'office');
  const acts = await selectActs(owner, batch);
  const accepted = acts.findLast(({ act }) => act === 'accepted');
  const headers: unknown = from.columns;
  const withheld = found['OBS_VALUE'] === null && found['CONF_STATUS'] !== 'F' && !office;
  const texts = withheld ? [] : await readCells(context, store, from, row);
  const hides = (await findRelease(owner, flowName(figure.flow), released.release))?.hidden !== null;
  const cells = (Array.isArray(headers) && !withheld ? headers.map(String) : []).map((column, place) => ({
    column,
    text: texts[place] ?? '',
  }));
  const account = (id: string): { account?: string } => (office ? { account: id } : {});
  return {
    release: { number: released.release, at: released.releasedAt },
    since: Number(found['_since']),
    batch,
    file: { name: from.file_name, ...((office || !hides) && { sha256: from.file_sha256 }) },
    withheld,
    mapping: {
      name: from.mapping,
      ...(from.mapping_version !== null && { version: from.mapping_version }),
      // JSON columns come back as values; the engine itself wrote them.
      reads: (from.reads as unknown as readonly ColumnRead[] | null) ?? [],
    },
    row,
    cells,
    imported: { at: from.imported_at, role: from.imported_role, ...account(from.imported_by) },
    accepted: accepted && asAccepted(accepted, office),
    findings: await findingsOf(context, {
      batch,
      row,
      flow: flowName(figure.flow),
      series: figure.key.join('.'),
      period: figure.period,
    }),
  };
}

function asAccepted(
  act: { at: Date; by_role: string; by_account: string; note: string | null },
  office: boolean,
): NonNullable<ObservationOrigin['accepted']> {
  const shown: Pick<BatchAct, 'at' | 'role'> = { at: act.at, role: act.by_role };
  return office ? { ...shown, account: act.by_account, ...(act.note !== null && { note: act.note }) } : shown;
}

/** A bulk file's rows are kept in the order of their lines, without a number of their own. */
async function readCells(
  context: StatisticsContext,
  store: Pick<ReleasedStore, 'rows'>,
  { id, mapping }: BatchRow,
  row: number,
): Promise<readonly string[]> {
  const file = literal(join(batchFolder(foldersOf(context.dataFolder), id), 'rows.parquet'));
  const [query, place] =
    mapping === sdmxCsv
      ? [
          `SELECT * EXCLUDE (file_row_number) FROM read_parquet(${file}, file_row_number = true) WHERE file_row_number = ?`,
          row - firstLine,
        ]
      : [`SELECT * EXCLUDE (_row) FROM read_parquet(${file}) WHERE _row = ?`, row];
  const [cells] = await store.rows(query, [place]);
  return Object.values(cells ?? {}).map((text) => (typeof text === 'string' ? text : ''));
}

/** Findings of the row itself, and of the figure in this batch, as far as the actor may see them. */
function findingsOf(
  context: StatisticsContext,
  { batch, row, flow, series, period }: { batch: string; row: number; flow: string; series: string; period: string },
): Promise<readonly RecordedFinding[]> {
  return context.database.as(context.actor, async (transaction) => {
    const ofRow = await selectFindings(transaction, { batch, row });
    const ofFigure = await selectFindings(transaction, { flow, series, period, batch });
    const all = [...ofRow, ...ofFigure.filter(({ id }) => !ofRow.some((each) => each.id === id))];
    const answers = await selectAnswers(
      transaction,
      all.map(({ id }) => id),
    );
    return all.map((each) =>
      present(
        each,
        answers.filter(({ finding }) => finding === each.id),
      ),
    );
  });
}
