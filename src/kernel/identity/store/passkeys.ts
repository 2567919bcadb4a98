import type { Handle } from '#kernel/database/types.ts';
import type { IdentityTables } from './tables.ts';
import { tables } from './tables.ts';

type Passkey = IdentityTables['identity_passkey'];

export async function findPasskey(transaction: Handle, id: string) {
  return tables(transaction).selectFrom('identity_passkey').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function passkeysOf(transaction: Handle, account: string) {
  const keys = tables(transaction).selectFrom('identity_passkey').selectAll();
  return keys.where('account', '=', account).orderBy('created_at').execute();
}

/** False when the key is registered already, by this account or another. */
export async function insertPasskey(transaction: Handle, key: Omit<Passkey, 'last_used_at'>): Promise<boolean> {
  const keys = tables(transaction).insertInto('identity_passkey').values(key);
  return (
    (await keys
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()) !== undefined
  );
}

export async function usePasskey(transaction: Handle, id: string, counter: number, now: Date): Promise<void> {
  await tables(transaction)
    .updateTable('identity_passkey')
    .set({ counter, last_used_at: now })
    .where('id', '=', id)
    .execute();
}

/** Removes one passkey of the account, or all; answers how many. */
export async function deletePasskeys(transaction: Handle, account: string, only?: string): Promise<number> {
  let query = tables(transaction).deleteFrom('identity_passkey').where('account', '=', account);
  if (only !== undefined) query = query.where('id', '=', only);
  return (await query.returning('id').execute()).length;
}
