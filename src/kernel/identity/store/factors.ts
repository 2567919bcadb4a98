import { sql } from 'kysely';
import type { Handle } from '#kernel/database/types.ts';
import { tables } from './tables.ts';

export async function findTotp(transaction: Handle, account: string) {
  return tables(transaction).selectFrom('identity_totp').selectAll().where('account', '=', account).executeTakeFirst();
}

/** Puts a new secret that still waits to be confirmed in the place of any that does too; false when one is confirmed already. */
export async function proposeTotp(transaction: Handle, account: string, secret: string): Promise<boolean> {
  const row = { account, secret, confirmed: false, last_step: 0 };
  const made = await tables(transaction)
    .insertInto('identity_totp')
    .values(row)
    .onConflict((conflict) => conflict.column('account').doUpdateSet(row).where('identity_totp.confirmed', '=', false))
    .returning('account')
    .executeTakeFirst();
  return made !== undefined;
}

/** Uses a time step up; false when it, or a later one, was used before: the same code twice, or two at once. */
export async function takeTotpStep(transaction: Handle, account: string, step: number): Promise<boolean> {
  const taken = await tables(transaction)
    .updateTable('identity_totp')
    .set({ last_step: step, confirmed: true })
    .where('account', '=', account)
    .where('last_step', '<', step)
    .returning('account')
    .executeTakeFirst();
  return taken !== undefined;
}

export async function insertRecoveryCodes(
  transaction: Handle,
  account: string,
  hashes: readonly string[],
): Promise<void> {
  await tables(transaction)
    .insertInto('identity_recovery_code')
    .values(hashes.map((hash) => ({ hash, account })))
    .execute();
}

/** Uses a code up; false when it is none of the account's, or used. */
export async function takeRecoveryCode(transaction: Handle, account: string, hash: string): Promise<boolean> {
  const codes = tables(transaction).deleteFrom('identity_recovery_code');
  const taken = await codes.where('account', '=', account).where('hash', '=', hash).returning('hash').execute();
  return taken.length === 1;
}

export async function deleteRecoveryCodes(transaction: Handle, account: string): Promise<void> {
  await tables(transaction).deleteFrom('identity_recovery_code').where('account', '=', account).execute();
}

export async function deleteTotp(transaction: Handle, account: string): Promise<boolean> {
  const deleted = tables(transaction).deleteFrom('identity_totp').where('account', '=', account).returning('account');
  return (await deleted.execute()).length === 1;
}

export interface Factors {
  readonly totp: boolean;
  readonly passkeys: number;
  readonly recoveryCodes: number;
}

/** What the account can show as a second factor. */
export async function factorsOf(transaction: Handle, account: string): Promise<Factors> {
  const { rows } = await sql<Factors>`select
    exists (select from identity_totp where account = ${account} and confirmed) as totp,
    (select count(*) from identity_passkey where account = ${account}) as passkeys,
    (select count(*) from identity_recovery_code where account = ${account}) as "recoveryCodes"`.execute(transaction);
  return rows[0] ?? { totp: false, passkeys: 0, recoveryCodes: 0 };
}
