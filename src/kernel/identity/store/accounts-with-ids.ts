import { sql } from 'kysely';
import type { Handle } from '#kernel/database/types.ts';
import type { Account } from './accounts.ts';
import { accountColumns, toAccount } from './accounts.ts';
import { tables } from './tables.ts';

export async function accountsWithIds(transaction: Handle, ids: readonly string[]): Promise<Account[]> {
  const rows = await tables(transaction)
    .selectFrom('identity_account')
    .innerJoin('identity_organization', 'identity_organization.id', 'identity_account.organization')
    .select(accountColumns)
    .where('identity_account.id', '=', sql<string>`any(${[...ids]}::text[])`)
    .execute();
  return rows.map(toAccount);
}
