import type { Handle } from '#kernel/database/types.ts';
import type { Account } from './accounts.ts';
import { accountColumns, toAccount } from './accounts.ts';
import type { IdentityTables } from './tables.ts';
import { tables } from './tables.ts';

export type Session = Omit<IdentityTables['identity_session'], 'hash'>;

export async function insertSession(transaction: Handle, row: IdentityTables['identity_session']): Promise<void> {
  await tables(transaction).insertInto('identity_session').values(row).execute();
}

/** A session that has not expired, with its account; idle ones count as expired. */
export async function findSession(
  transaction: Handle,
  { hash, state, now, seenSince }: { hash: string; state: Session['state']; now: Date; seenSince: Date },
): Promise<{ session: Session; account: Account } | undefined> {
  const row = await tables(transaction)
    .selectFrom('identity_session')
    .innerJoin('identity_account', 'identity_account.id', 'identity_session.account')
    .innerJoin('identity_organization', 'identity_organization.id', 'identity_account.organization')
    .select(accountColumns)
    .select(['identity_session.id', 'identity_session.account', 'identity_session.state as session_state'])
    .select(['second_factor', 'signed_in_at', 'last_seen_at', 'expires_at', 'user_agent'])
    .where('identity_session.hash', '=', hash)
    .where('identity_session.state', '=', state)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', seenSince)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { id, account, session_state, second_factor, signed_in_at, last_seen_at, expires_at, user_agent } = row;
  const session = {
    id,
    account,
    state: session_state,
    second_factor,
    signed_in_at,
    last_seen_at,
    expires_at,
    user_agent,
  };
  return { session, account: toAccount(row) };
}

export async function touchSession(transaction: Handle, id: string, now: Date): Promise<void> {
  await tables(transaction).updateTable('identity_session').set({ last_seen_at: now }).where('id', '=', id).execute();
}

/** From now on the session counts as one with a second factor. */
export async function markSecondFactor(transaction: Handle, id: string): Promise<void> {
  await tables(transaction).updateTable('identity_session').set({ second_factor: true }).where('id', '=', id).execute();
}

/** Full sessions of an account that have not expired, the one seen last first. */
export async function sessionsOf(transaction: Handle, account: string, now: Date, seenSince: Date): Promise<Session[]> {
  return tables(transaction)
    .selectFrom('identity_session')
    .select(['id', 'account', 'state', 'second_factor', 'signed_in_at', 'last_seen_at', 'expires_at', 'user_agent'])
    .where('account', '=', account)
    .where('state', '=', 'full')
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', seenSince)
    .orderBy('last_seen_at', 'desc')
    .execute();
}

/** Ends the session that a token opened, in whichever state; answers whose it was. */
export async function deleteSessionByHash(
  transaction: Handle,
  hash: string,
): Promise<Pick<Session, 'id' | 'account'> | undefined> {
  const sessions = tables(transaction).deleteFrom('identity_session').where('hash', '=', hash);
  return sessions.returning(['id', 'account']).executeTakeFirst();
}

/** Ends sessions of an account: the one named, or all but the one to keep; answers how many. */
export async function deleteSessions(
  transaction: Handle,
  account: string,
  which: { only?: string; except?: string | undefined } = {},
): Promise<number> {
  let query = tables(transaction).deleteFrom('identity_session').where('account', '=', account);
  if (which.only !== undefined) query = query.where('id', '=', which.only);
  if (which.except !== undefined) query = query.where('id', '!=', which.except);
  return (await query.returning('id').execute()).length;
}
