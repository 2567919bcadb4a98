import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { appendAudit } from '#kernel/audit/index.ts';
import type { StatisticsContext } from './context.ts';
import { batchFolder, foldersOf } from './store/cube/folders.ts';
import { tables } from './store/tables.ts';

const agency = 'MANDATA.DEMO';

/**
 * Deletes every batch and release of the demonstration agency, for good: the one kind of data that may be, because it says
 * nothing about anybody. The record goes first; a killed process leaves files that the next start tidies up.
 */
export async function removeDemonstrationFigures(
  context: Pick<StatisticsContext, 'database' | 'dataFolder' | 'actor'>,
): Promise<{ batches: number }> {
  const folders = foldersOf(context.dataFolder);
  const mine = `${agency}:%`;
  const batches = await context.database.owner.transaction().execute(async (transaction) => {
    const found = await tables(transaction)
      .selectFrom('statistics_batches')
      .select('id')
      .where('flow', 'like', mine)
      .execute();
    const ids = found.map(({ id }) => id);
    await sql`delete from statistics_answers where finding in
      (select id from statistics_findings where batch in (select id from statistics_batches where flow like ${mine}))`.execute(
      transaction,
    );
    for (const table of ['statistics_findings', 'statistics_acts']) {
      await sql`delete from ${sql.table(table)} where batch in (select id from statistics_batches where flow like ${mine})`.execute(
        transaction,
      );
    }
    for (const table of ['statistics_batches', 'statistics_releases', 'statistics_flows']) {
      const column = table === 'statistics_flows' ? 'id' : 'flow';
      await sql`delete from ${sql.table(table)} where ${sql.ref(column)} like ${mine}`.execute(transaction);
    }
    await appendAudit(transaction, {
      actor: context.actor,
      action: 'statistics.demonstration.remove',
      subject: { kind: 'statistics-agency', id: agency },
      details: { batches: ids.length },
    });
    return ids;
  });
  for (const batch of batches) await rm(batchFolder(folders, batch), { recursive: true, force: true });
  await rm(join(folders.releases, agency), { recursive: true, force: true });
  return { batches: batches.length };
}
