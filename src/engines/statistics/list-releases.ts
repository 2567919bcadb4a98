import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { authorize, mayRead } from '#kernel/policy/index.ts';
import type { DuckDBValue } from '@duckdb/node-api';
import type { StatisticsContext } from './context.ts';
import type { Licence } from './definition.ts';
import type { DisclosureSummary } from './disclosure/disclosure-rule.ts';
import { statisticsOperations } from './operations.ts';
import { foldersOf, releaseFolder } from './store/cube/folders.ts';
import { identifiers, literal } from './store/cube/sql-text.ts';
import { findRelease, selectReleases, type ReleaseRow } from './store/releases.ts';
import { readDataflow } from './store/releases.ts';
import { demonstrationName, hidesDemonstration } from './model/demonstration.ts';
import type { ReleasedStore } from './model/released.ts';
import { noSuchRelease } from './withdraw-release.ts';
import { join } from 'node:path';

/** A release as a list or its page shows it. Who released it is the office's to know; the public sees the role. */
export interface ReleaseSummary {
  readonly flow: string;
  readonly release: number;
  readonly note: string | undefined;
  readonly sha256: string;
  readonly observations: number;
  readonly changes: { readonly new: number; readonly revised: number; readonly gone: number };
  readonly citation: string;
  readonly releasedAt: Date;
  readonly releasedBy: { readonly role: string; readonly account?: string };
  readonly embargoUntil: Date | undefined;
  /** What was kept back, by the flow's disclosure rule. */
  readonly hidden?: DisclosureSummary;
  /** Terms of the figures as they were when released; absent for a release from before they were recorded. */
  readonly terms?: { readonly publisher: string; readonly licence?: Licence };
  readonly withdrawn: { readonly at: Date; readonly reason: string } | undefined;
}

/** Releases the actor may know of, withdrawn ones with their reason, by flow and number. */
export async function listReleases(
  context: StatisticsContext,
  filter: { flow?: string } = {},
): Promise<readonly ReleaseSummary[]> {
  authorize(context.actor, statisticsOperations.read);
  const rows = await context.database.as(context.actor, (transaction) => selectReleases(transaction, filter.flow));
  const hidden = hidesDemonstration(context) ? new RegExp(demonstrationName) : undefined;
  return rows
    .filter(({ flow }) => hidden?.test(flow) !== true)
    .map((row) => summary(row, mayRead(context.actor, 'office')));
}

/** One release; `not-found` for what the actor may not know of. */
export async function getRelease(context: StatisticsContext, flow: string, release: number): Promise<ReleaseSummary> {
  authorize(context.actor, statisticsOperations.read);
  const row = await context.database.as(context.actor, (transaction) => findRelease(transaction, flow, release));
  if (row === undefined) throw noSuchRelease(flow, release);
  return summary(row, mayRead(context.actor, 'office'));
}

export interface ReleaseChange {
  readonly change: 'new' | 'revised' | 'gone';
  /** Codes by dimension, with TIME_PERIOD. */
  readonly key: Readonly<Record<string, string>>;
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly statusBefore: string | undefined;
  readonly statusAfter: string | undefined;
}

/** What a release changed against the one before, a page at a time. A first release changes nothing; all of it is new. */
export async function releaseChanges(
  context: StatisticsContext,
  store: Pick<ReleasedStore, 'rows'>,
  {
    flow,
    release,
    change,
    offset = 0,
    limit = 100,
  }: { flow: string; release: number; change?: ReleaseChange['change']; offset?: number; limit?: number },
): Promise<readonly ReleaseChange[]> {
  const found = await getRelease(context, flow, release);
  if (found.withdrawn !== undefined)
    throw new Problem(
      'not-found',
      say('Release {release} of {flow} is withdrawn: {reason}', { flow, release, reason: found.withdrawn.reason }),
    );
  const dataflow = await readDataflow(context.database.owner, flow, release);
  const folder = releaseFolder(foldersOf(context.dataFolder), dataflow, release);
  const file = join(folder, 'changes.parquet');
  const exists = await store.rows('SELECT 1 FROM glob(?)', [file]);
  if (exists.length === 0) return [];
  const key = [...dataflow.structure.dimensions.map(({ id }) => id), 'TIME_PERIOD'];
  // Restricted figures are in the list of changes too; only the office, who may see both files, reads those rows.
  const open = mayRead(context.actor, 'office') ? 'true' : 'open';
  const rows = await store.rows(
    `SELECT change, ${identifiers(key)}, value_before, value_after, status_before, status_after FROM read_parquet(${literal(file)})
     WHERE ${open} AND (?::VARCHAR IS NULL OR change = ?) LIMIT ? OFFSET ?`,
    [change ?? null, change ?? null, limit, offset],
  );
  return rows.map((row) => asChange(row, key));
}

function asChange(row: Readonly<Record<string, DuckDBValue>>, key: readonly string[]): ReleaseChange {
  const number = (value: DuckDBValue | undefined): number | undefined =>
    typeof value === 'number' ? value : undefined;
  const text = (value: DuckDBValue | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
  const change = text(row['change']);
  return {
    change: change === 'new' || change === 'gone' ? change : 'revised',
    key: Object.fromEntries(key.map((id) => [id, text(row[id]) ?? ''])),
    before: number(row['value_before']),
    after: number(row['value_after']),
    statusBefore: text(row['status_before']),
    statusAfter: text(row['status_after']),
  };
}

function summary(row: ReleaseRow, office: boolean): ReleaseSummary {
  const { flow, release, sha256, observations, citation } = row;
  return {
    flow,
    release,
    note: row.note ?? undefined,
    sha256,
    observations,
    changes: { new: row.added, revised: row.revised, gone: row.gone },
    citation,
    releasedAt: row.released_at,
    releasedBy: office ? { role: row.released_role, account: row.released_by } : { role: row.released_role },
    embargoUntil: row.embargo_until ?? undefined,
    // JSON columns come back as values; the engine itself wrote them.
    ...(row.hidden !== null && { hidden: hiddenOf(row.hidden as unknown as DisclosureSummary, office) }),
    ...(row.publisher !== null && {
      terms: {
        publisher: row.publisher,
        ...(row.licence !== null && { licence: row.licence as unknown as Licence }),
      },
    }),
    withdrawn: row.withdrawn_at === null ? undefined : { at: row.withdrawn_at, reason: row.withdrawn_reason ?? '' },
  };
}

/** That an earlier release gives something away is for the office to mend, not for everyone to look up. */
function hiddenOf({ threshold, primary, secondary, exposed }: DisclosureSummary, office: boolean): DisclosureSummary {
  return { threshold, primary, secondary, exposed: office ? exposed : 0 };
}
