import { randomUUID } from 'node:crypto';
import { appendAudit } from '#kernel/audit/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/index.ts';
import type { Actor, Organization } from '#kernel/policy/index.ts';
import { authorize } from '#kernel/policy/index.ts';
import type { IdentityContext } from '../context.ts';
import { inIdentity } from '../context.ts';
import { identityOperations } from '../operations.ts';
import { allOrganizations, insertOrganization } from '../store/organizations.ts';

/** Adds a body that accounts can belong to. A State's authority names its State; nobody else does. */
export async function createOrganization(
  context: IdentityContext,
  actor: Actor,
  request: Omit<Organization, 'id'>,
): Promise<Organization> {
  const operation = identityOperations['organizations.create'];
  authorize(actor, operation);
  if ((request.kind === 'state') !== /^[A-Z]{3}$/.test(request.state ?? '')) {
    const said = say(
      'An authority of a State names its State by three letters, such as KEN; another organization names none.',
    );
    throw new Problem('invalid', said, { details: { field: 'state' } });
  }
  const organization: Organization = { id: randomUUID(), ...request };
  await inIdentity(context, actor, async (transaction) => {
    const made = await insertOrganization(transaction, {
      ...organization,
      demonstration: false,
      createdAt: context.clock(),
    });
    if (made === 'name taken') {
      const said = say('There is an organization with the name “{name}” already.', { name: request.name });
      throw new Problem('conflict', said, { details: { field: 'name' } });
    }
    const subject = { kind: 'organization', id: organization.id };
    await appendAudit(transaction, { actor, action: operation.id, subject });
  });
  return organization;
}

/** All organizations by name. */
export async function listOrganizations(context: IdentityContext, actor: Actor): Promise<Organization[]> {
  authorize(actor, identityOperations['organizations.list']);
  return inIdentity(context, actor, allOrganizations);
}
