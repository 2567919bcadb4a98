import type { Handle } from '#kernel/database/types.ts';
import type { Circle } from '#kernel/policy/index.ts';
import { withinIdentity } from '../context.ts';
import { membersIn } from '../store/members.ts';
import type { Member } from './circle.ts';

/** Members of a circle in the order in which they came, for the engine that keeps it. */
export async function listMembers(
  transaction: Handle,
  circle: Circle['audience'],
): Promise<readonly (Member & { readonly role: string; readonly admittedAt: Date })[]> {
  const rows = await withinIdentity(transaction, () => membersIn(transaction, circle));
  return rows.map(({ account, organization, role, admitted_at: admittedAt }) => ({
    ...(account === null ? { organization: organization ?? '' } : { account }),
    role,
    admittedAt,
  }));
}
