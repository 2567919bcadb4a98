import type { Handle } from '#kernel/database/types.ts';
import { tables } from './tables.ts';

export async function insertDemonstrationPassword(
  transaction: Handle,
  account: string,
  password: string,
): Promise<void> {
  await tables(transaction).insertInto('identity_demonstration_password').values({ account, password }).execute();
}

/** Passwords in clear by account. */
export async function demonstrationPasswords(transaction: Handle): Promise<ReadonlyMap<string, string>> {
  const rows = await tables(transaction).selectFrom('identity_demonstration_password').selectAll().execute();
  return new Map(rows.map(({ account, password }) => [account, password]));
}

export async function deleteDemonstrationPassword(transaction: Handle, account: string): Promise<void> {
  await tables(transaction).deleteFrom('identity_demonstration_password').where('account', '=', account).execute();
}
