import type { Handle } from '#kernel/database/types.ts';
import type { Organization } from '#kernel/policy/index.ts';
import { toOrganization } from './accounts.ts';
import { tables } from './tables.ts';

const selected = (transaction: Handle) =>
  tables(transaction)
    .selectFrom('identity_organization')
    .select(['id as organization_id', 'name as organization_name', 'kind', 'state', 'unit']);

export async function findOrganization(transaction: Handle, id: string): Promise<Organization | undefined> {
  const row = await selected(transaction).where('id', '=', id).executeTakeFirst();
  return row && toOrganization(row);
}

export async function allOrganizations(transaction: Handle): Promise<Organization[]> {
  return (await selected(transaction).orderBy('name').execute()).map(toOrganization);
}

export async function insertOrganization(
  transaction: Handle,
  organization: Organization & { demonstration: boolean; createdAt: Date },
): Promise<'made' | 'name taken'> {
  const { id, name, kind, state = null, unit = null, demonstration, createdAt } = organization;
  const made = await tables(transaction)
    .insertInto('identity_organization')
    .values({ id, name, kind, state, unit, demonstration, created_at: createdAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return made === undefined ? 'name taken' : 'made';
}
