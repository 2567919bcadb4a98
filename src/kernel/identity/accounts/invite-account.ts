import { randomUUID } from 'node:crypto';
import { appendAudit } from '#kernel/audit/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import type { Language } from '#kernel/i18n/index.ts';
import { say } from '#kernel/i18n/index.ts';
import type { Actor, OrganizationKind, Role } from '#kernel/policy/index.ts';
import { authorize, notFound } from '#kernel/policy/index.ts';
import type { IdentityContext } from '../context.ts';
import { inIdentity } from '../context.ts';
import { readEmail } from '../email.ts';
import { identityOperations } from '../operations.ts';
import type { Link } from '../password/password-link.ts';
import { makeLink } from '../password/password-link.ts';
import { rolesOfOrganizations } from '../roles-of-organizations.ts';
import type { Account } from '../store/accounts.ts';
import { findAccount, insertAccount } from '../store/accounts.ts';
import { findOrganization } from '../store/organizations.ts';
import { notOpen } from './not-open.ts';

const operation = identityOperations['accounts.invite'];

export interface InvitationRequest {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Id of the organization. */
  readonly organization: string;
  readonly language: Language;
}

export interface Invitation {
  readonly account: string;
  /** Given to the operator, and to whoever invites while letters do not leave the machine, to be handed on. */
  readonly link?: Link;
}

/** Invites a person: an account that waits, and a single-use link by mail. Problem `conflict` when the address has an account. */
export async function inviteAccount(
  context: IdentityContext,
  actor: Actor,
  request: InvitationRequest,
): Promise<Invitation> {
  authorize(actor, operation, { organization: request.organization });
  const email = readEmail(request.email);
  const id = randomUUID();
  const now = context.clock();
  const link = await inIdentity(context, actor, async (transaction) => {
    const organization = await findOrganization(transaction, request.organization);
    if (organization === undefined) throw notFound();
    checkRole(request.role, organization.kind);
    const { name, role, language } = request;
    const times = { created_at: now, changed_at: now };
    const row = { id, email, name, role, language, organization: organization.id, ...times };
    const made = await insertAccount(transaction, { ...row, status: 'invited', password: null, demonstration: false });
    if (made === 'address taken') {
      const said = say('There is an account with the address {email} already.', { email });
      throw new Problem('conflict', said, { details: { field: 'email' } });
    }
    const details = { role, organization: organization.id };
    await appendAudit(transaction, { actor, action: operation.id, subject: { kind: 'account', id }, details });
    return makeLink(transaction, context, { id, language }, 'invitation');
  });
  return send(context, actor, { id, email, name: request.name, language: request.language }, link);
}

/** Sends a new link to somebody who has not accepted yet; the earlier one stops working. */
export async function renewInvitation(context: IdentityContext, actor: Actor, id: string): Promise<Invitation> {
  const account = await inIdentity(context, actor, (transaction) => findAccount(transaction, id));
  authorize(actor, operation, { organization: account?.organization.id ?? '' });
  if (account === undefined) throw notFound();
  if (account.email === undefined || account.status !== 'invited') throw notWaiting(account);
  const { email, name = '', language } = account;
  const link = await inIdentity(context, actor, async (transaction) => {
    await appendAudit(transaction, {
      actor,
      action: operation.id,
      subject: { kind: 'account', id },
      details: { again: true },
    });
    return makeLink(transaction, context, { id, language }, 'invitation');
  });
  return send(context, actor, { id, email, name, language }, link);
}

async function send(
  { mail }: IdentityContext,
  actor: Actor,
  invited: { id: string; email: string; name: string; language: Language },
  link: Link,
): Promise<Invitation> {
  await mail.send({
    to: invited.email,
    subject: say('Your invitation to Mandata'),
    paragraphs: [
      say('Dear {name},', { name: invited.name }),
      say(
        'An account at Mandata is waiting for you. Open the link within seven days and choose a password. It works once.',
      ),
    ],
    link: link.url,
    language: invited.language,
  });
  return { account: invited.id, ...((actor.kind === 'operator' || !mail.leavesTheMachine) && { link }) };
}

function notWaiting(account: Account): Problem {
  if (account.status !== 'active') return notOpen(account);
  return new Problem('conflict', say('{email} has accepted the invitation already.', { email: account.email ?? '' }));
}

function checkRole(role: Role, kind: OrganizationKind): void {
  if (rolesOfOrganizations[kind].includes(role)) return;
  const said = say('An account of this kind of organization cannot have the role “{role}”. It can have: {roles}.', {
    role,
    roles: rolesOfOrganizations[kind].join(', '),
  });
  throw new Problem('invalid', said, { details: { field: 'role' } });
}
