import { appendAudit } from '#kernel/audit/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { Audience } from '#kernel/policy/index.ts';
import { authorize, notFound } from '#kernel/policy/index.ts';
import type { StatisticsContext } from '../../context.ts';
import { actedBy } from '../../context.ts';
import { workOperations } from '../operations.ts';
import { workTables, type Mark } from '../store/tables.ts';
import { findOne } from './matching.ts';

const longest = 10_000;

/** Records what the office decided about a finding, with its reason; a later decision takes its place, and both stay in the thread. */
export async function settleFinding(context: StatisticsContext, id: number, mark: Mark, reason: string): Promise<void> {
  authorize(context.actor, workOperations['findings.settle']);
  const said = reason.trim();
  if (said === '')
    throw new Problem('invalid', say('Say why: the reason is kept with the finding.'), { details: { field: 'body' } });
  if (said.length > longest) {
    throw new Problem(
      'too-large',
      say('The reason has {length} characters; at most {longest} are kept.', { length: said.length, longest }),
    );
  }
  await context.database.as(context.actor, async (transaction) => {
    const finding = await findOne(transaction, context.actor, id);
    if (finding === undefined) throw notFound();
    const { by, role } = actedBy(context.actor);
    await workTables(transaction)
      .insertInto('statistics_finding_marks')
      .values({
        finding: id,
        mark,
        reason: said,
        by_account: by,
        by_role: role,
        at: context.clock(),
        state: finding.state,
        audience: 'office',
      })
      .execute();
    await appendAudit(transaction, {
      actor: context.actor,
      action: workOperations['findings.settle'].id,
      subject: { kind: 'statistics-finding', id: String(id) },
      audience: 'office' satisfies Audience,
      details: { mark, batch: finding.batch, rule: finding.rule },
      ...(context.request !== undefined && { request: context.request }),
    });
  });
}
