import { appendAudit } from '#kernel/audit/index.ts';
import type { Handle } from '#kernel/database/types.ts';
import type { Actor, Circle } from '#kernel/policy/index.ts';

/** One account, or an organization with all its accounts, now and later. */
export type Member = { readonly account: string } | { readonly organization: string };

export const columnsOf = (member: Member): { account: string | null; organization: string | null } =>
  'account' in member
    ? { account: member.account, organization: null }
    : { account: null, organization: member.organization };

/** An entry about a circle: its subject is the case or network itself. */
export async function logOfCircle(
  transaction: Handle,
  actor: Actor,
  action: string,
  circle: Circle['audience'],
  details: Record<string, unknown>,
): Promise<void> {
  const [kind = '', ...id] = circle.split(':');
  await appendAudit(transaction, { actor, action, subject: { kind, id: id.join(':') }, details });
}
