import { sql } from 'kysely';
import { authorize, type AccountActor } from '#kernel/policy/index.ts';
import { feedAddress } from './feed-address.ts';
import { searchOperations } from './operations.ts';
import { savedQuerySchema, type SavedRow, type SavedSearch, type SavedSearchContext } from './saved-search.ts';

/** The account's own searches, by name. */
export async function listSavedSearches(context: SavedSearchContext, actor: AccountActor): Promise<SavedSearch[]> {
  authorize(actor, searchOperations['own.saved'], { account: actor.id });
  const { rows } = await context.database.as(actor, (transaction) =>
    sql<SavedRow>`select id, account, name, query, language, alert, feed, told_until from saved_searches order by name, id`.execute(
      transaction,
    ),
  );
  return rows.map(({ id, name, query, language, alert, feed }) => ({
    id,
    name,
    query: savedQuerySchema.parse(query),
    language,
    alert,
    feed: feedAddress(context.secret, { id, feed }),
  }));
}
