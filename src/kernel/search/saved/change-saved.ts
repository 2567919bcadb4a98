import { sql } from 'kysely';
import { appendAudit } from '#kernel/audit/index.ts';
import { authorize, notFound, type AccountActor } from '#kernel/policy/index.ts';
import { searchOperations } from './operations.ts';
import type { Alert, SavedSearchContext } from './saved-search.ts';

export type SavedChange =
  | { readonly alert: Alert }
  /** Its feed gets another address, and the old one says nothing any more. */
  | { readonly renewFeed: true }
  | { readonly remove: true };

/** Changes or removes one of the account's own searches; Problem `not-found` for any other. */
export async function changeSavedSearch(
  { database }: SavedSearchContext,
  actor: AccountActor,
  id: string,
  change: SavedChange,
): Promise<void> {
  const operation = searchOperations['own.saved.change'];
  authorize(actor, operation, { account: actor.id });
  await database.as(actor, async (transaction) => {
    const own = sql`where id::text = ${id}`;
    const statement =
      'alert' in change
        ? sql`update saved_searches set alert = ${change.alert} ${own} returning id`
        : 'remove' in change
          ? sql`delete from saved_searches ${own} returning id`
          : sql`update saved_searches set feed = feed + 1 ${own} returning id`;
    const { rows } = await statement.execute(transaction);
    if (rows.length === 0) throw notFound();
    const details = { change: Object.keys(change).join() };
    await appendAudit(transaction, { actor, action: operation.id, subject: { kind: 'saved-search', id }, details });
  });
}
