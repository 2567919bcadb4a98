import type { Handle } from '#kernel/database/types.ts';
import type { Account } from './accounts.ts';
import { accountColumns, toAccount } from './accounts.ts';
import type { IdentityTables } from './tables.ts';
import { tables } from './tables.ts';

type Row = IdentityTables['identity_api_token'];

export async function insertApiToken(transaction: Handle, row: Omit<Row, 'last_used_at'>): Promise<void> {
  await tables(transaction).insertInto('identity_api_token').values(row).execute();
}

/** A token that has not expired, with its account. */
export async function findApiToken(transaction: Handle, hash: string, now: Date) {
  const row = await tables(transaction)
    .selectFrom('identity_api_token')
    .innerJoin('identity_account', 'identity_account.id', 'identity_api_token.account')
    .innerJoin('identity_organization', 'identity_organization.id', 'identity_account.organization')
    .select(accountColumns)
    .select(['identity_api_token.id', 'scopes', 'second_factor', 'last_used_at'])
    .where('identity_api_token.hash', '=', hash)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const account: Account = toAccount(row);
  return { id: row.id, scopes: row.scopes, secondFactor: row.second_factor, lastUsedAt: row.last_used_at, account };
}

export async function touchApiToken(transaction: Handle, id: string, now: Date): Promise<void> {
  await tables(transaction).updateTable('identity_api_token').set({ last_used_at: now }).where('id', '=', id).execute();
}

/** Tokens of an account, the newest first, without their hashes; expired ones stay listed until they are swept. */
export async function apiTokensOf(transaction: Handle, account: string) {
  return tables(transaction)
    .selectFrom('identity_api_token')
    .select(['id', 'name', 'scopes', 'created_at', 'expires_at', 'last_used_at'])
    .where('account', '=', account)
    .orderBy('created_at', 'desc')
    .execute();
}

/** Ends one token of the account, or all; answers how many. */
export async function deleteApiTokens(transaction: Handle, account: string, only?: string): Promise<number> {
  let query = tables(transaction).deleteFrom('identity_api_token').where('account', '=', account);
  if (only !== undefined) query = query.where('id', '=', only);
  return (await query.returning('id').execute()).length;
}
