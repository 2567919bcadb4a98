import type { Actor, Organization, Role } from '#kernel/policy/index.ts';
import type { IdentityContext } from '../context.ts';
import { inIdentity } from '../context.ts';
import { accountsWithIds } from '../store/accounts-with-ids.ts';

export interface Described {
  readonly role: Role;
  readonly organization: Pick<Organization, 'name' | 'kind' | 'state'>;
  /** For readers in the office only, and gone once the person is erased. */
  readonly name?: string;
}

/** Who accounts are, for a page that says who accepted a figure: the name for the office, role and organization for everyone. */
export async function describeAccounts(
  context: IdentityContext,
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Described>> {
  const inOffice = actor.kind === 'operator' || (actor.kind === 'account' && actor.organization.kind === 'secretariat');
  const accounts = await inIdentity(context, actor, (transaction) => accountsWithIds(transaction, ids));
  return new Map(
    accounts.map(({ id, name, role, organization }) => {
      const { name: called, kind, state } = organization;
      const described = { role, organization: { name: called, kind, ...(state !== undefined && { state }) } };
      return [id, inOffice && name !== undefined ? { ...described, name } : described];
    }),
  );
}
