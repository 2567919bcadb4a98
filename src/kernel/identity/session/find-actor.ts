import type { AccountActor } from '#kernel/policy/index.ts';
import { anonymous } from '#kernel/policy/index.ts';
import type { IdentityContext } from '../context.ts';
import { inIdentity } from '../context.ts';
import { after, limits } from '../limits.ts';
import { hashOfToken } from '../secrets.ts';
import { findAccount } from '../store/accounts.ts';
import { findApiToken, touchApiToken } from '../store/api-tokens.ts';
import { circlesOf } from '../store/members.ts';
import { findSession, touchSession } from '../store/sessions.ts';
import { actorOf, isOpen } from './actor-of.ts';

/** Who a session cookie speaks for; undefined for a token that is unknown, expired, idle too long, or still owes its second factor. */
export async function findActorBySessionToken(
  context: IdentityContext,
  token: string,
): Promise<AccountActor | undefined> {
  const now = context.clock();
  return inIdentity(context, anonymous, async (transaction) => {
    const wanted = { hash: hashOfToken(token), state: 'full', now, seenSince: after(now, -limits.idle) } as const;
    const found = await findSession(transaction, wanted);
    if (found === undefined || !isOpen(found.account, context)) return undefined;
    const { session, account } = found;
    if (isLongAgo(session.last_seen_at, now)) await touchSession(transaction, session.id, now);
    const recent = session.signed_in_at > after(now, -limits.recent);
    const circles = await circlesOf(transaction, account.id, account.organization.id);
    const assurance = { secondFactor: session.second_factor, recent };
    return actorOf(account, { assurance, session: session.id, circles });
  });
}

/** Who an API token (`mdt_…`) speaks for, narrowed to its scopes; undefined when it is unknown or expired. */
export async function findActorByApiToken(context: IdentityContext, token: string): Promise<AccountActor | undefined> {
  if (!token.startsWith('mdt_')) return undefined;
  const now = context.clock();
  return inIdentity(context, anonymous, async (transaction) => {
    const found = await findApiToken(transaction, hashOfToken(token), now);
    if (found === undefined || !isOpen(found.account, context)) return undefined;
    if (isLongAgo(found.lastUsedAt, now)) await touchApiToken(transaction, found.id, now);
    const assurance = { secondFactor: found.secondFactor, recent: false };
    const circles = await circlesOf(transaction, found.account.id, found.account.organization.id);
    return actorOf(found.account, { assurance, scopes: found.scopes, circles });
  });
}

/** The account as it may read now, for what the house does in its name without a session; undefined when it is closed or gone. */
export async function findActorOfAccount(context: IdentityContext, id: string): Promise<AccountActor | undefined> {
  return inIdentity(context, anonymous, async (transaction) => {
    const account = await findAccount(transaction, id);
    if (account === undefined || !isOpen(account, context)) return undefined;
    const circles = await circlesOf(transaction, account.id, account.organization.id);
    return actorOf(account, { assurance: { secondFactor: false, recent: false }, circles });
  });
}

/** Writing on each request would make reads as dear as writes. */
const isLongAgo = (last: Date | null, now: Date): boolean => last === null || after(last, limits.seen) <= now;
