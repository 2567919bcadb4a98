import type { Handle } from '#kernel/database/types.ts';
import type { Language } from '#kernel/i18n/index.ts';
import type { Organization, OrganizationKind, Role } from '#kernel/policy/index.ts';
import type { AccountStatus, IdentityTables } from './tables.ts';
import { tables } from './tables.ts';

export interface Account {
  readonly id: string;
  /** Address and name are gone once the person is erased. */
  readonly email: string | undefined;
  readonly name: string | undefined;
  readonly role: Role;
  readonly organization: Organization;
  readonly language: Language;
  readonly status: AccountStatus;
  readonly demonstration: boolean;
  /** Stored form of the password; undefined where none is set. */
  readonly password: string | undefined;
}

/** Columns of an account with its organization, named so that joins of other tables keep theirs. */
export const accountColumns = [
  'identity_account.id as account_id',
  'identity_account.email',
  'identity_account.name as account_name',
  'identity_account.role',
  'identity_account.language',
  'identity_account.status',
  'identity_account.demonstration',
  'identity_account.password',
  'identity_organization.id as organization_id',
  'identity_organization.name as organization_name',
  'identity_organization.kind',
  'identity_organization.state',
  'identity_organization.unit',
] as const;

export interface AccountRow {
  account_id: string;
  email: string | null;
  account_name: string | null;
  role: Role;
  language: Language;
  status: AccountStatus;
  demonstration: boolean;
  password: string | null;
  organization_id: string;
  organization_name: string;
  kind: OrganizationKind;
  state: string | null;
  unit: string | null;
}

export function toOrganization(
  row: Pick<AccountRow, 'organization_id' | 'organization_name' | 'kind' | 'state' | 'unit'>,
): Organization {
  return {
    id: row.organization_id,
    name: row.organization_name,
    kind: row.kind,
    ...(row.state !== null && { state: row.state }),
    ...(row.unit !== null && { unit: row.unit }),
  };
}

export function toAccount(row: AccountRow): Account {
  return {
    id: row.account_id,
    email: row.email ?? undefined,
    name: row.account_name ?? undefined,
    role: row.role,
    organization: toOrganization(row),
    language: row.language,
    status: row.status,
    demonstration: row.demonstration,
    password: row.password ?? undefined,
  };
}

const selected = (transaction: Handle) =>
  tables(transaction)
    .selectFrom('identity_account')
    .innerJoin('identity_organization', 'identity_organization.id', 'identity_account.organization')
    .select(accountColumns);

export async function findAccountByEmail(transaction: Handle, email: string): Promise<Account | undefined> {
  const row = await selected(transaction).where('identity_account.email', '=', email).executeTakeFirst();
  return row && toAccount(row);
}

export async function findAccount(transaction: Handle, id: string): Promise<Account | undefined> {
  const row = await selected(transaction).where('identity_account.id', '=', id).executeTakeFirst();
  return row && toAccount(row);
}

/** All accounts, or those of one organization, by organization and address; erased ones last. */
export async function allAccounts(transaction: Handle, organization?: string): Promise<Account[]> {
  let query = selected(transaction).orderBy('identity_organization.name').orderBy('identity_account.email');
  if (organization !== undefined) query = query.where('identity_account.organization', '=', organization);
  return (await query.execute()).map(toAccount);
}

export async function insertAccount(
  transaction: Handle,
  row: IdentityTables['identity_account'],
): Promise<'made' | 'address taken'> {
  const made = await tables(transaction)
    .insertInto('identity_account')
    .values(row)
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  return made === undefined ? 'address taken' : 'made';
}

type Changes = Partial<Pick<IdentityTables['identity_account'], 'email' | 'name' | 'password' | 'status'>>;

export async function updateAccount(transaction: Handle, id: string, now: Date, changes: Changes): Promise<void> {
  await tables(transaction)
    .updateTable('identity_account')
    .set({ ...changes, changed_at: now })
    .where('id', '=', id)
    .execute();
}
