import type { AccountActor, Assurance, Circle } from '#kernel/policy/index.ts';
import type { IdentityContext } from '../context.ts';
import type { Account } from '../store/accounts.ts';

/** Whether the account may sign in or be signed in: active, and a demonstration one only while the folder is for demonstration. */
export function isOpen(account: Account, { demonstration }: Pick<IdentityContext, 'demonstration'>): boolean {
  return account.status === 'active' && (!account.demonstration || demonstration);
}

/**
 * The account as the one who asks. A demonstration account passes as if with a second factor: its password is on show,
 * and everyone should be able to try what an administrator can.
 */
export function actorOf(
  account: Account,
  known: { assurance: Assurance; session?: string; scopes?: readonly string[]; circles?: readonly Circle[] },
): AccountActor {
  const { assurance, circles = [], ...rest } = known;
  return {
    kind: 'account',
    id: account.id,
    email: account.email ?? '',
    name: account.name ?? '',
    role: account.role,
    organization: account.organization,
    assurance: { ...assurance, secondFactor: assurance.secondFactor || account.demonstration },
    ...(circles.length > 0 && { circles }),
    ...rest,
  };
}
