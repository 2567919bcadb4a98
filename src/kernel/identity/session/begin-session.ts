import { randomUUID } from 'node:crypto';
import type { Handle } from '#kernel/database/types.ts';
import { appendAudit } from '#kernel/audit/index.ts';
import type { IdentityContext } from '../context.ts';
import { after, limits } from '../limits.ts';
import { hashOfToken, newToken } from '../secrets.ts';
import type { Account } from '../store/accounts.ts';
import { factorsOf } from '../store/factors.ts';
import { deleteSessionByHash, insertSession } from '../store/sessions.ts';
import { actorOf } from './actor-of.ts';

export type SecondFactorMethod = 'totp' | 'passkey' | 'recovery-code';

/** A session that began. With `needs: 'second-factor'` its token opens nothing but that step. */
export interface SignedIn {
  /** For the cookie; stored nowhere. */
  readonly token: string;
  readonly expiresAt: Date;
  readonly needs: 'nothing' | 'second-factor';
  /** Ways in which the second factor can be shown. */
  readonly methods: readonly SecondFactorMethod[];
}

export interface Beginning {
  readonly account: Account;
  /** What was shown: `password`, `code`, `passkey` and so on, for the log. */
  readonly by: string;
  readonly secondFactorShown: boolean;
  readonly userAgent: string;
  /** Token of the session that the browser held until now; it ends, so that none can be slipped in beforehand. */
  readonly replaces?: string | undefined;
}

/** Begins a session with a new token: a full one, or a pending one when the account still has to show its second factor. */
export async function beginSession(
  transaction: Handle,
  context: IdentityContext,
  beginning: Beginning,
): Promise<SignedIn> {
  const { account, by, secondFactorShown, replaces } = beginning;
  if (replaces !== undefined) await deleteSessionByHash(transaction, hashOfToken(replaces));
  const factors = await factorsOf(transaction, account.id);
  const pending = !secondFactorShown && (factors.totp || factors.passkeys > 0);
  const now = context.clock();
  const token = newToken();
  const id = randomUUID();
  const expiresAt = after(now, pending ? limits.pending : limits.absolute);
  await insertSession(transaction, {
    id,
    hash: hashOfToken(token),
    account: account.id,
    state: pending ? 'second-factor' : 'full',
    second_factor: secondFactorShown,
    signed_in_at: now,
    last_seen_at: now,
    expires_at: expiresAt,
    user_agent: beginning.userAgent.slice(0, 300),
  });
  await appendAudit(transaction, {
    actor: actorOf(account, { assurance: { secondFactor: secondFactorShown, recent: true } }),
    action: pending ? 'identity.session.begin-pending' : 'identity.session.begin',
    subject: { kind: 'session', id },
    details: { by },
  });
  if (!pending) return { token, expiresAt, needs: 'nothing', methods: [] };
  const methods: SecondFactorMethod[] = [];
  if (factors.totp) methods.push('totp');
  if (factors.passkeys > 0) methods.push('passkey');
  if (factors.recoveryCodes > 0) methods.push('recovery-code');
  return { token, expiresAt, needs: 'second-factor', methods };
}
