import type { Handle } from '#kernel/database/types.ts';
import type { Account } from './accounts.ts';
import { accountColumns, toAccount } from './accounts.ts';
import type { IdentityTables } from './tables.ts';
import { tables } from './tables.ts';

type Link = IdentityTables['identity_link'];

/** Stores a link; earlier ones for the same purpose stop working. */
export async function replaceLink(transaction: Handle, link: Link): Promise<void> {
  const links = tables(transaction).deleteFrom('identity_link');
  await links.where('account', '=', link.account).where('purpose', '=', link.purpose).execute();
  await tables(transaction).insertInto('identity_link').values(link).execute();
}

/** The account that a link which still works was made for. */
export async function findLinkedAccount(
  transaction: Handle,
  { hash, purpose, now }: { hash: string; purpose: Link['purpose']; now: Date },
): Promise<Account | undefined> {
  const row = await tables(transaction)
    .selectFrom('identity_link')
    .innerJoin('identity_account', 'identity_account.id', 'identity_link.account')
    .innerJoin('identity_organization', 'identity_organization.id', 'identity_account.organization')
    .select(accountColumns)
    .where('identity_link.hash', '=', hash)
    .where('identity_link.purpose', '=', purpose)
    .where('identity_link.expires_at', '>', now)
    .executeTakeFirst();
  return row && toAccount(row);
}

/** Uses a link up; false when somebody else was first. */
export async function takeLink(transaction: Handle, hash: string): Promise<boolean> {
  const taken = await tables(transaction)
    .deleteFrom('identity_link')
    .where('hash', '=', hash)
    .returning('hash')
    .execute();
  return taken.length === 1;
}

export async function deleteLinks(transaction: Handle, account: string): Promise<void> {
  await tables(transaction).deleteFrom('identity_link').where('account', '=', account).execute();
}
