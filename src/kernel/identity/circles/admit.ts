import { randomUUID } from 'node:crypto';
import type { Handle } from '#kernel/database/types.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/index.ts';
import type { Actor, Circle } from '#kernel/policy/index.ts';
import { withinIdentity } from '../context.ts';
import { findAccount } from '../store/accounts.ts';
import { putMember } from '../store/members.ts';
import { findOrganization } from '../store/organizations.ts';
import { columnsOf, logOfCircle, type Member } from './circle.ts';

export interface Admission {
  readonly circle: Circle['audience'];
  readonly member: Member;
  /** `member`, or a word of the engine that keeps the circle: small letters and hyphens. */
  readonly role: string;
}

const wordForm = /^[a-z][a-z-]{0,59}$/;
const circleForm = /^(case|network):[^\p{Cc}]{1,120}$/u;

/**
 * Admits a member to a circle, or gives them another role there, from their next request on. Runs in the caller's
 * transaction, with its entry in the log; the caller, who keeps the circle, has authorized it by an operation of its own.
 * Problem `not-found` for an account or organization that is not there, `invalid` for an account that is erased.
 */
export async function admit(
  transaction: Handle,
  actor: Actor,
  { circle, member, role }: Admission,
  now: Date,
): Promise<void> {
  if (!circleForm.test(circle) || !wordForm.test(role))
    throw new Error(`“${circle}”, “${role}” is no circle and role.`);
  await withinIdentity(transaction, async () => {
    await refuseUnknown(transaction, member);
    const row = { id: randomUUID(), circle, ...columnsOf(member), role, admitted_at: now };
    if (!(await putMember(transaction, row))) return;
    await logOfCircle(transaction, actor, 'identity.circles.admit', circle, { ...member, role });
  });
}

async function refuseUnknown(transaction: Handle, member: Member): Promise<void> {
  if ('organization' in member) {
    if ((await findOrganization(transaction, member.organization)) !== undefined) return;
    throw new Problem('not-found', say('There is no such organization.'));
  }
  const account = await findAccount(transaction, member.account);
  if (account === undefined) throw new Problem('not-found', say('There is no such account.'));
  if (account.status === 'erased') throw new Problem('invalid', say('The person of this account was erased.'));
}
