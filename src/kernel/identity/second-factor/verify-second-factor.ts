import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import type { Handle } from '#kernel/database/types.ts';
import { appendAudit } from '#kernel/audit/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/index.ts';
import { anonymous } from '#kernel/policy/index.ts';
import { secondFactorBrake, slowDown } from '../attempts/slow-down.ts';
import type { IdentityContext } from '../context.ts';
import { inIdentity } from '../context.ts';
import { after, limits } from '../limits.ts';
import { hashOfToken } from '../secrets.ts';
import { isOpen } from '../session/actor-of.ts';
import type { SignedIn } from '../session/begin-session.ts';
import { beginSession } from '../session/begin-session.ts';
import type { Account } from '../store/accounts.ts';
import { clearAttempts } from '../store/claim-attempt.ts';
import { findSession } from '../store/sessions.ts';
import { takeRecovery } from './recovery-codes.ts';
import { offerPasskey, takePasskey } from './take-passkey.ts';
import { takeCode } from './totp.ts';

/** What is shown as a second factor. */
export type Shown =
  | { readonly code: string }
  | { readonly recoveryCode: string }
  | { readonly passkey: AuthenticationResponseJSON };

/**
 * Completes a pending session by its second factor: a new token, the pending one ends. Problem `invalid` for a wrong one,
 * `not-signed-in` when nothing is pending, `too-many-requests` when it is tried too often.
 */
export async function verifySecondFactor(
  context: IdentityContext,
  { token, shown, userAgent }: { token: string; shown: Shown; userAgent: string },
): Promise<SignedIn> {
  const account = await findPendingAccount(context, token);
  const brake = secondFactorBrake(context, account.id);
  await slowDown(context, [brake]);
  const signedIn = await inIdentity(context, anonymous, async (transaction) => {
    if (!(await isRight(transaction, context, account.id, shown))) {
      const subject = { kind: 'account', id: account.id };
      await appendAudit(transaction, { actor: anonymous, action: 'identity.session.refuse-second-factor', subject });
      return undefined;
    }
    await clearAttempts(transaction, brake.key);
    const by = Object.keys(shown).join();
    return beginSession(transaction, context, { account, by, secondFactorShown: true, userAgent, replaces: token });
  });
  if (signedIn !== undefined) return signedIn;
  const said = say(
    'This is not right. Type the code that your device shows now, use your passkey, or a recovery code.',
  );
  throw new Problem('invalid', said, { details: { field: 'code' } });
}

/** Options for the browser to ask for a passkey in a pending session. */
export async function startPasskeySecondFactor(
  context: IdentityContext,
  token: string,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const account = await findPendingAccount(context, token);
  return inIdentity(context, anonymous, (transaction) => offerPasskey(transaction, context, account.id));
}

async function findPendingAccount(context: IdentityContext, token: string): Promise<Account> {
  const now = context.clock();
  const wanted = {
    hash: hashOfToken(token),
    state: 'second-factor',
    now,
    seenSince: after(now, -limits.pending),
  } as const;
  const found = await inIdentity(context, anonymous, (transaction) => findSession(transaction, wanted));
  if (found !== undefined && isOpen(found.account, context)) return found.account;
  throw new Problem('not-signed-in', say('The sign-in took too long. Begin again with your password.'));
}

function isRight(transaction: Handle, context: IdentityContext, account: string, shown: Shown): Promise<boolean> {
  if ('code' in shown) return takeCode(transaction, context, account, shown.code, 'confirmed');
  if ('recoveryCode' in shown) return takeRecovery(transaction, context, account, shown.recoveryCode);
  return takePasskey(transaction, context, shown.passkey, account).then((whose) => whose === account);
}
