import type { Handle } from '#kernel/database/types.ts';
import type { IdentityTables } from './tables.ts';
import { tables } from './tables.ts';

type Row = Omit<IdentityTables['identity_site_operator'], 'single'>;

export async function findSiteOperator(transaction: Handle): Promise<Row | undefined> {
  return tables(transaction)
    .selectFrom('identity_site_operator')
    .select(['name', 'email', 'address', 'changed_at'])
    .executeTakeFirst();
}

export async function putSiteOperator(transaction: Handle, row: Row): Promise<void> {
  await tables(transaction)
    .insertInto('identity_site_operator')
    .values({ single: true, ...row })
    .onConflict((conflict) => conflict.column('single').doUpdateSet(row))
    .execute();
}
