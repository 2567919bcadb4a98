import { appendAudit } from '#kernel/audit/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { Audience } from '#kernel/policy/index.ts';
import { authorize, notFound } from '#kernel/policy/index.ts';
import type { StatisticsContext } from './context.ts';
import { actedBy } from './context.ts';
import { statisticsOperations } from './operations.ts';
import { findFinding, insertAnswer } from './store/findings.ts';

/** Longest answer, in characters. */
const longest = 10_000;

/** Adds to the thread of a finding: the State whose figure it is explains or announces a correction, the office asks back. */
export async function answerFinding(context: StatisticsContext, finding: number, body: string): Promise<void> {
  const text = body.trim();
  if (text === '') throw new Problem('invalid', say('The answer is empty.'));
  if (text.length > longest) {
    throw new Problem(
      'too-large',
      say('The answer has {length} characters; at most {longest} are kept.', { length: text.length, longest }),
    );
  }
  await context.database.as(context.actor, async (transaction) => {
    const found = await findFinding(transaction, finding);
    if (found === undefined) throw notFound();
    authorize(context.actor, statisticsOperations.answer, found.state === null ? {} : { state: found.state });
    const { by, role } = actedBy(context.actor);
    // The thread is between the office and the State, also where the finding itself is public.
    await insertAnswer(transaction, {
      finding,
      body: text,
      by_account: by,
      by_role: role,
      at: context.clock(),
      state: found.state,
      audience: 'office',
    });
    await appendAudit(transaction, {
      actor: context.actor,
      action: statisticsOperations.answer.id,
      subject: { kind: 'statistics-finding', id: String(finding) },
      audience: 'office' satisfies Audience,
      details: { batch: found.batch, rule: found.rule },
      ...(context.request !== undefined && { request: context.request }),
    });
  });
}
