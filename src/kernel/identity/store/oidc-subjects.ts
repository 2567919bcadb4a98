import type { Handle } from '#kernel/database/types.ts';
import { tables } from './tables.ts';

export async function findAccountOfSubject(
  transaction: Handle,
  issuer: string,
  subject: string,
): Promise<string | undefined> {
  const subjects = tables(transaction).selectFrom('identity_oidc_subject').select('account');
  const row = await subjects.where('issuer', '=', issuer).where('subject', '=', subject).executeTakeFirst();
  return row?.account;
}

/** False when the account belongs to another person at that service already. */
export async function linkSubject(
  transaction: Handle,
  link: { issuer: string; subject: string; account: string },
): Promise<boolean> {
  const subjects = tables(transaction).insertInto('identity_oidc_subject').values(link);
  const made = await subjects
    .onConflict((conflict) => conflict.doNothing())
    .returning('account')
    .executeTakeFirst();
  return made !== undefined;
}

export async function deleteSubjects(transaction: Handle, account: string): Promise<void> {
  await tables(transaction).deleteFrom('identity_oidc_subject').where('account', '=', account).execute();
}
