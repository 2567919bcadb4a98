import { sql } from 'kysely';
import type { Handle } from '#kernel/database/types.ts';
import type { Circle } from '#kernel/policy/index.ts';
import type { IdentityTables } from './tables.ts';
import { tables } from './tables.ts';

type MemberRow = IdentityTables['identity_member'];

/** Admits, or gives another role; answers whether anything changed. */
export async function putMember(transaction: Handle, row: MemberRow): Promise<boolean> {
  const put = await tables(transaction)
    .insertInto('identity_member')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['circle', 'account', 'organization'])
        .doUpdateSet({ role: row.role })
        .where('identity_member.role', '!=', row.role),
    )
    .returning('id')
    .executeTakeFirst();
  return put !== undefined;
}

/** Takes a member out; answers whether there was one. */
export async function deleteMember(
  transaction: Handle,
  { circle, account, organization }: Pick<MemberRow, 'circle' | 'account' | 'organization'>,
): Promise<boolean> {
  const gone = await tables(transaction)
    .deleteFrom('identity_member')
    .where('circle', '=', circle)
    .where((row) => (account === null ? row('organization', '=', organization ?? '') : row('account', '=', account)))
    .returning('id')
    .execute();
  return gone.length > 0;
}

/** Members of a circle in the order in which they came. */
export async function membersIn(transaction: Handle, circle: MemberRow['circle']): Promise<MemberRow[]> {
  return tables(transaction)
    .selectFrom('identity_member')
    .selectAll()
    .where('circle', '=', circle)
    .orderBy('admitted_at')
    .orderBy('id')
    .execute();
}

/** Circles of an account, its own first where it is in one both by itself and with its organization. */
export async function circlesOf(transaction: Handle, account: string, organization: string): Promise<Circle[]> {
  const { rows } = await sql<Circle>`select distinct on (circle) circle as audience, role from identity_member
    where account = ${account} or organization = ${organization} order by circle, account nulls last`.execute(
    transaction,
  );
  return rows;
}

/** Takes an account out of all circles. */
export async function deleteMembershipsOf(transaction: Handle, account: string): Promise<void> {
  await tables(transaction).deleteFrom('identity_member').where('account', '=', account).execute();
}
