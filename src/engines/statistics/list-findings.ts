import { authorize } from '#kernel/policy/index.ts';
import type { Message } from '#kernel/i18n/say.ts';
import type { Severity } from './checks/check.ts';
import type { StatisticsContext } from './context.ts';
import { statisticsOperations } from './operations.ts';
import { selectFindingsOfSeries } from './store/findings-of-series.ts';
import { countFindings, type FindingFilter, type FindingRow, selectAnswers, selectFindings } from './store/findings.ts';

export interface RecordedFinding {
  readonly id: number;
  readonly batch: string;
  readonly flow: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly row: number | undefined;
  readonly column: string | undefined;
  readonly key: Readonly<Record<string, string>>;
  readonly state: string | undefined;
  /** English, and the same to be translated. */
  readonly message: string;
  readonly said: Message;
  readonly answers: readonly FindingAnswer[];
}

export interface FindingAnswer {
  readonly body: string;
  readonly at: Date;
  readonly role: string;
  readonly by: string;
}

export type { FindingFilter } from './store/findings.ts';

/**
 * Findings the actor may see, errors first, with their answers; `total` and `byRule` count all that match, whatever the page.
 * A State sees those about its own figures.
 */
export async function listFindings(
  context: StatisticsContext,
  filter: FindingFilter = {},
): Promise<{
  readonly total: number;
  readonly byRule: readonly { readonly rule: string; readonly severity: Severity; readonly count: number }[];
  readonly findings: readonly RecordedFinding[];
}> {
  authorize(context.actor, statisticsOperations.findings);
  return context.database.as(context.actor, async (transaction) => {
    const byRule = await countFindings(transaction, filter);
    const rows = await selectFindings(transaction, filter);
    const answers = await selectAnswers(
      transaction,
      rows.map(({ id }) => id),
    );
    return {
      total: byRule.reduce((sum, { count }) => sum + count, 0),
      byRule,
      findings: rows.map((row) =>
        present(
          row,
          answers.filter(({ finding }) => finding === row.id),
        ),
      ),
    };
  });
}

/** What was found about the series that a drawing or table shows, in one question however many they are; without the answers. */
export async function findingsOfSeries(
  context: StatisticsContext,
  flow: string,
  series: readonly string[],
): Promise<readonly Pick<RecordedFinding, 'rule' | 'severity' | 'key' | 'said'>[]> {
  authorize(context.actor, statisticsOperations.findings);
  const rows = await context.database.as(context.actor, (transaction) =>
    selectFindingsOfSeries(transaction, flow, series),
  );
  return rows.map((row) => present(row, []));
}

export function present(row: FindingRow, answers: Awaited<ReturnType<typeof selectAnswers>>): RecordedFinding {
  return {
    id: row.id,
    batch: row.batch,
    flow: row.flow,
    rule: row.rule,
    severity: row.severity,
    row: row.source_row ?? undefined,
    column: row.source_column ?? undefined,
    // JSON columns come back as values; the engine itself wrote them.
    key: row.key as unknown as Record<string, string>,
    state: row.state ?? undefined,
    message: row.message,
    said: row.said as unknown as Message,
    answers: answers.map(({ body, at, by_role: role, by_account: by }) => ({ body, at, role, by })),
  };
}
