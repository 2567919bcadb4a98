import { appendRead } from '#kernel/audit/index.ts';
import type { Actor, Organization, Resource, Role } from '#kernel/policy/index.ts';
import { authorize, can } from '#kernel/policy/index.ts';
import type { IdentityContext } from '../context.ts';
import { inIdentity } from '../context.ts';
import { identityOperations } from '../operations.ts';
import { allAccounts } from '../store/accounts.ts';
import { demonstrationPasswords } from '../store/demonstration-passwords.ts';
import type { AccountStatus } from '../store/tables.ts';

export interface AccountSummary {
  readonly id: string;
  /** Address and name are missing once the person is erased. */
  readonly email?: string;
  readonly name?: string;
  readonly role: Role;
  readonly organization: Organization;
  readonly status: AccountStatus;
  readonly demonstration: boolean;
  /** In clear, of a demonstration account, for the operator or an administrator of the office in a demonstration folder. */
  readonly password?: string;
}

/** All accounts for the office's administrators and the operator; those of their own organization for other administrators. */
export async function listAccounts(context: IdentityContext, actor: Actor): Promise<AccountSummary[]> {
  const operation = identityOperations['accounts.list'];
  const own = actor.kind === 'account' ? actor.organization.id : '';
  const all = can(actor, operation).allowed;
  const resource: Resource = all ? {} : { organization: own };
  authorize(actor, operation, resource);
  return inIdentity(context, actor, async (transaction) => {
    const accounts = await allAccounts(transaction, all ? undefined : own);
    const inClear =
      all && context.demonstration ? await demonstrationPasswords(transaction) : new Map<string, string>();
    await appendRead(transaction, operation, {
      actor,
      subject: { kind: 'accounts' },
      details: { listed: accounts.length },
    });
    return accounts.map(({ id, email, name, role, organization, status, demonstration }) => {
      const password = inClear.get(id);
      return {
        id,
        role,
        organization,
        status,
        demonstration,
        ...(email !== undefined && { email }),
        ...(name !== undefined && { name }),
        ...(password !== undefined && { password }),
      };
    });
  });
}
