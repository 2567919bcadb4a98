import type { AccountActor } from '#kernel/policy/index.ts';
import { authorize } from '#kernel/policy/index.ts';
import type { IdentityContext } from '../context.ts';
import { inIdentity } from '../context.ts';
import { after, limits } from '../limits.ts';
import { identityOperations } from '../operations.ts';
import { sessionsOf } from '../store/sessions.ts';

export interface SessionSummary {
  readonly id: string;
  readonly userAgent: string;
  readonly signedInAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly secondFactor: boolean;
  /** The session that asks. */
  readonly current: boolean;
}

/** The actor's own sessions, the one seen last first. */
export async function listSessions(context: IdentityContext, actor: AccountActor): Promise<SessionSummary[]> {
  authorize(actor, identityOperations['own.sessions'], { account: actor.id });
  const now = context.clock();
  const sessions = await inIdentity(context, actor, (transaction) =>
    sessionsOf(transaction, actor.id, now, after(now, -limits.idle)),
  );
  return sessions.map((session) => ({
    id: session.id,
    userAgent: session.user_agent,
    signedInAt: session.signed_in_at,
    lastSeenAt: session.last_seen_at,
    expiresAt: session.expires_at,
    secondFactor: session.second_factor,
    current: session.id === actor.session,
  }));
}
