import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Handle } from '#kernel/database/index.ts';
import type { Severity } from '../checks/check.ts';
import { tables, type StatisticsTables } from './tables.ts';

export type FindingRow = Selectable<StatisticsTables['statistics_findings']>;
export type AnswerRow = Selectable<StatisticsTables['statistics_answers']>;

export interface FindingFilter {
  readonly batch?: string;
  readonly flow?: string;
  readonly severity?: Severity;
  readonly rule?: string;
  /** ISO 3166-1 alpha-3 of the State that can answer. */
  readonly state?: string;
  /** Key without period: `A.KEN.PERSONS_HELD…`. */
  readonly series?: string;
  readonly period?: string;
  readonly row?: number;
  /** Only those nobody has answered. */
  readonly unanswered?: boolean;
  readonly offset?: number;
  readonly limit?: number;
}

function matching(transaction: Handle, filter: FindingFilter) {
  let query = tables(transaction).selectFrom('statistics_findings');
  const columns = {
    batch: 'batch',
    flow: 'flow',
    severity: 'severity',
    rule: 'rule',
    state: 'state',
    series: 'series',
    period: 'period',
    row: 'source_row',
  } as const;
  for (const [name, column] of Object.entries(columns) as [
    keyof typeof columns,
    (typeof columns)[keyof typeof columns],
  ][]) {
    const value = filter[name];
    if (value !== undefined) query = query.where(sql.ref(column), '=', value);
  }
  if (filter.unanswered === true) {
    query = query.where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('statistics_answers')
            .select('statistics_answers.id')
            .whereRef('statistics_answers.finding', '=', 'statistics_findings.id'),
        ),
      ),
    );
  }
  return query;
}

const bySeverity = sql`array_position(array['error', 'warning', 'info'], severity)`;

/** A page of findings, errors first, then by row. */
export async function selectFindings(transaction: Handle, filter: FindingFilter): Promise<readonly FindingRow[]> {
  return matching(transaction, filter)
    .selectAll()
    .orderBy(bySeverity)
    .orderBy('source_row')
    .orderBy('id')
    .offset(filter.offset ?? 0)
    .limit(filter.limit ?? 100)
    .execute();
}

export async function countFindings(
  transaction: Handle,
  filter: FindingFilter,
): Promise<readonly { rule: string; severity: Severity; count: number }[]> {
  const rows = await matching(transaction, filter)
    .select(['rule', 'severity', sql<number>`count(*)`.as('count')])
    .groupBy(['rule', 'severity'])
    .orderBy(bySeverity)
    .orderBy('count', 'desc')
    .orderBy('rule')
    .execute();
  return rows.map(({ rule, severity, count }) => ({ rule, severity, count }));
}

export async function findFinding(transaction: Handle, id: number): Promise<FindingRow | undefined> {
  return tables(transaction).selectFrom('statistics_findings').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function selectAnswers(transaction: Handle, findings: readonly number[]): Promise<readonly AnswerRow[]> {
  if (findings.length === 0) return [];
  return tables(transaction)
    .selectFrom('statistics_answers')
    .selectAll()
    .where('finding', 'in', [...findings])
    .orderBy('id')
    .execute();
}

export async function insertAnswer(transaction: Handle, answer: Omit<AnswerRow, 'id'>): Promise<void> {
  await tables(transaction).insertInto('statistics_answers').values(answer).execute();
}
