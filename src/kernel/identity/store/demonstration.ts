import { sql } from 'kysely';
import type { Handle } from '#kernel/database/types.ts';
import { tables } from './tables.ts';

/** Ids of the demonstration organizations by name. */
export async function findDemonstrationOrganizations(transaction: Handle): Promise<ReadonlyMap<string, string>> {
  const organizations = tables(transaction).selectFrom('identity_organization').select(['id', 'name']);
  const rows = await organizations.where('demonstration', '=', true).execute();
  return new Map(rows.map(({ id, name }) => [name, id]));
}

const belongings = [
  'link',
  'session',
  'totp',
  'passkey',
  'challenge',
  'recovery_code',
  'api_token',
  'oidc_subject',
  'demonstration_password',
];

/** Deletes demonstration accounts with all that hangs on them, and those of their organizations that hold nobody else. */
export async function deleteDemonstrationRows(transaction: Handle): Promise<void> {
  for (const belonging of belongings) {
    await sql`delete from ${sql.table(`identity_${belonging}`)}
      where account in (select id from identity_account where demonstration)`.execute(transaction);
  }
  await tables(transaction).deleteFrom('identity_account').where('demonstration', '=', true).execute();
  await sql`delete from identity_organization o where demonstration
    and not exists (select from identity_account a where a.organization = o.id)`.execute(transaction);
}
