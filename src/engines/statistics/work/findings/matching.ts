import { sql, type RawBuilder } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import type { Actor } from '#kernel/policy/actor.ts';
import { mayRead } from '#kernel/policy/index.ts';
import type { Message } from '#kernel/i18n/say.ts';
import type { Severity } from '../../checks/check.ts';
import { demonstrationName } from '../../model/demonstration.ts';
import type { Sort, Standing, WorkFilter } from './filter.ts';

export interface FoundFinding {
  readonly id: number;
  readonly batch: string;
  readonly flow: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly source_row: number | null;
  readonly source_column: string | null;
  readonly key: Readonly<Record<string, string>>;
  readonly series: string | null;
  readonly period: string | null;
  readonly state: string | null;
  readonly message: string;
  readonly said: Message;
  readonly area: string | null;
  readonly year: string | null;
  /** Null where the actor takes no part in the thread. */
  readonly standing: Standing | null;
}

/** Whether the actor takes part in the thread of a finding: the office in all, a State in those about itself. */
export function takesPart(actor: Actor, state: string | null | undefined): boolean {
  if (mayRead(actor, 'office')) return true;
  return state !== null && state !== undefined && mayRead(actor, `state:${state}`);
}

const statusOfState = (actor: Actor): string =>
  actor.kind === 'account' && actor.organization.kind === 'state' ? (actor.organization.state ?? '') : '';

/** Findings with their area, year and standing, as a relation `f`; row-level security leaves those the actor may see. */
function findings(actor: Actor): RawBuilder<unknown> {
  const part = mayRead(actor, 'office') ? sql`true` : sql`f.state = ${statusOfState(actor)}`;
  return sql`(select f.id, f.batch, f.flow, f.rule, f.severity, f.source_row, f.source_column, f.key, f.series, f.period, f.state,
      f.message, f.said, f.key->>'REF_AREA' as area, substring(f.period from 1 for 4) as year,
      case when ${part} then coalesce(nullif(m.mark, 'reopened'), case when a.finding is null then 'open' else 'answered' end) end as standing
    from statistics_findings f
    left join (select distinct on (finding) finding, mark from statistics_finding_marks order by finding, id desc) m on m.finding = f.id
    left join (select distinct finding from statistics_answers) a on a.finding = f.id) f`;
}

const columns = ['flow', 'batch', 'rule', 'severity', 'area', 'year', 'standing', 'state'] as const;

/** The one place that says which findings a filter means: list, count, facets, neighbours and export ask it. */
function conditions(filter: WorkFilter, without: readonly string[]): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [sql`not (f.batch = any(${[...without]}::text[]))`];
  for (const column of columns) {
    const wanted = filter[column];
    if (wanted !== undefined) parts.push(sql`${sql.ref(`f.${column}`)} = ${wanted}`);
  }
  if (filter.text !== undefined) {
    const pattern = `%${filter.text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    parts.push(sql`(f.message ilike ${pattern} or f.series ilike ${pattern})`);
  }
  return sql.join(parts, sql` and `);
}

const orders: Readonly<Record<Sort['by'], string>> = {
  severity: 'severity',
  row: 'f.source_row',
  area: 'f.area',
  period: 'f.period',
  rule: 'f.rule',
  newest: 'f.id',
};

function order({ by, down }: Sort): RawBuilder<unknown> {
  const first =
    by === 'severity' ? sql`array_position(array['error', 'warning', 'info'], f.severity)` : sql.ref(orders[by]);
  // The newest come first when nothing else is said.
  const downwards = by === 'newest' ? !down : down;
  return sql`${first} ${sql.raw(downwards ? 'desc' : 'asc')} nulls last, f.source_row, f.id`;
}

/**
 * Batches whose findings nobody needs to look at any more, and those of demonstration data where they are out of sight. Their
 * numbers alone are read as owner: a State sees no batches.
 */
export async function batchesAside(
  owner: Handle,
  filter: WorkFilter,
  { demonstration }: { demonstration: boolean },
): Promise<readonly string[]> {
  const settled = filter.all !== true && filter.batch === undefined;
  const { rows } = await sql<{ id: string }>`select id from statistics_batches
    where (${settled} and status in ('rejected', 'undone')) or (${demonstration} and flow ~ ${demonstrationName})`.execute(
    owner,
  );
  return rows.map(({ id }) => id);
}

/** What every query below is about. */
export interface Asked {
  readonly actor: Actor;
  readonly filter: WorkFilter;
  readonly without: readonly string[];
}

export async function selectPage(
  transaction: Handle,
  { actor, filter, without }: Asked,
  { sort, offset, limit }: { sort: Sort; offset: number; limit: number },
): Promise<readonly FoundFinding[]> {
  const { rows } = await sql<FoundFinding>`select f.* from ${findings(actor)} where ${conditions(filter, without)}
    order by ${order(sort)} offset ${offset} limit ${limit}`.execute(transaction);
  return rows;
}

export async function countAll(transaction: Handle, { actor, filter, without }: Asked): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${findings(actor)}
    where ${conditions(filter, without)}`.execute(transaction);
  return rows[0]?.count ?? 0;
}

export type FacetName = 'flow' | 'rule' | 'severity' | 'area' | 'year' | 'standing';
export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

/** How many findings there are of each value, with all the other filters as they are. */
export async function countBy(
  transaction: Handle,
  { actor, filter, without }: Asked,
  name: FacetName,
): Promise<readonly FacetValue[]> {
  const { [name]: _, ...others } = filter;
  const column = sql.ref(`f.${name}`);
  const { rows } = await sql<{
    value: string;
    count: number;
  }>`select ${column} as value, count(*) as count from ${findings(actor)}
    where ${conditions(others, without)} and ${column} is not null group by 1 order by 2 desc, 1 limit 400`.execute(
    transaction,
  );
  return rows;
}

/** Place of one finding in the filtered list, and the ids before and after it. */
export async function findNeighbours(
  transaction: Handle,
  { actor, filter, without }: Asked,
  sort: Sort,
  id: number,
): Promise<
  | { readonly place: number; readonly total: number; readonly before: number | null; readonly after: number | null }
  | undefined
> {
  const { rows } = await sql<{ place: number; total: number; before: number | null; after: number | null }>`
    select place, total, before, after from (
      select f.id, row_number() over w as place, count(*) over () as total, lag(f.id) over w as before, lead(f.id) over w as after
      from ${findings(actor)} where ${conditions(filter, without)} window w as (order by ${order(sort)})) listed
    where id = ${id}`.execute(transaction);
  return rows[0];
}

/** One finding, whatever the filter; undefined where the actor may not see it. */
export async function findOne(transaction: Handle, actor: Actor, id: number): Promise<FoundFinding | undefined> {
  const { rows } = await sql<FoundFinding>`select f.* from ${findings(actor)} where f.id = ${id}`.execute(transaction);
  return rows[0];
}
