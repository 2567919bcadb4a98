import { sql } from 'kysely';
import { appendAudit } from '#kernel/audit/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { authorize, type AccountActor } from '#kernel/policy/index.ts';
import { searchOperations } from './operations.ts';
import { newSearchSchema, type NewSearch, type SavedSearchContext } from './saved-search.ts';

const most = 100;

/** Keeps a search for the account; gives its id. What is there already is not new to its alerts. */
export async function keepSearch(context: SavedSearchContext, actor: AccountActor, wanted: NewSearch): Promise<string> {
  const operation = searchOperations['own.saved.change'];
  authorize(actor, operation, { account: actor.id });
  const { name, query, language, alert } = newSearchSchema.parse(wanted);
  const now = context.clock();
  return context.database.as(actor, async (transaction) => {
    const { rows: counted } = await sql<{ n: number }>`select count(*) as n from saved_searches`.execute(transaction);
    if ((counted[0]?.n ?? 0) >= most)
      throw new Problem(
        'invalid',
        say('You keep {most} searches already. Remove one that you no longer need.', { most }),
      );
    const { rows } = await sql<{
      id: string;
    }>`insert into saved_searches (account, name, query, language, alert, made_at, told_until)
      values (${actor.id}, ${name}, ${JSON.stringify(query)}::jsonb, ${language}, ${alert}, ${now}, ${now}) returning id`.execute(
      transaction,
    );
    const id = rows[0]?.id ?? '';
    await appendAudit(transaction, {
      actor,
      action: operation.id,
      subject: { kind: 'saved-search', id },
      details: { alert },
    });
    return id;
  });
}
