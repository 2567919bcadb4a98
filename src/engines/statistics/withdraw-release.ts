import { appendAudit } from '#kernel/audit/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { Audience } from '#kernel/policy/index.ts';
import { authorize } from '#kernel/policy/index.ts';
import type { StatisticsContext } from './context.ts';
import { actedBy } from './context.ts';
import { statisticsOperations } from './operations.ts';
import { findRelease } from './store/releases.ts';
import { tables } from './store/tables.ts';

/** Takes a wrong release out of use with its reason. Its number, files and checksum stay; the release before is in force again. */
export async function withdrawRelease(
  context: StatisticsContext,
  { flow, release, reason }: { flow: string; release: number; reason: string },
): Promise<void> {
  authorize(context.actor, statisticsOperations.withdraw);
  if (reason.trim() === '')
    throw new Problem('invalid', say('Say why the release is withdrawn: the reason is shown in its place.'));
  await context.database.as(context.actor, async (transaction) => {
    const found = await findRelease(transaction, flow, release);
    if (found === undefined) throw noSuchRelease(flow, release);
    if (found.withdrawn_at !== null) {
      throw new Problem('conflict', say('Release {release} of {flow} is withdrawn already.', { flow, release }));
    }
    await tables(transaction)
      .updateTable('statistics_releases')
      .set({ withdrawn_by: actedBy(context.actor).by, withdrawn_at: context.clock(), withdrawn_reason: reason.trim() })
      .where('flow', '=', flow)
      .where('release', '=', release)
      .execute();
    await appendAudit(transaction, {
      actor: context.actor,
      action: statisticsOperations.withdraw.id,
      subject: { kind: 'statistics-release', id: `${flow}/${release}` },
      audience: found.audience as Audience,
      details: { reason: reason.trim() },
      ...(context.request !== undefined && { request: context.request }),
    });
  });
}

export function noSuchRelease(flow: string, release: number): Problem {
  return new Problem('not-found', say('There is no release {release} of {flow}.', { flow, release }));
}
