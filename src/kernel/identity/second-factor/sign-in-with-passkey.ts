import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { appendAudit } from '#kernel/audit/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/index.ts';
import { anonymous } from '#kernel/policy/index.ts';
import { addressBrake, slowDown } from '../attempts/slow-down.ts';
import type { IdentityContext } from '../context.ts';
import { inIdentity } from '../context.ts';
import { isOpen } from '../session/actor-of.ts';
import type { SignedIn } from '../session/begin-session.ts';
import { beginSession } from '../session/begin-session.ts';
import { findAccount } from '../store/accounts.ts';
import { returnAttempt } from '../store/claim-attempt.ts';
import { offerPasskey, takePasskey } from './take-passkey.ts';

/** Options for a sign-in with a passkey alone, whoever it is. */
export async function startPasskeySignIn(
  context: IdentityContext,
  { address }: { address: string },
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const brake = addressBrake(context, address);
  await slowDown(context, [{ ...brake, key: `${brake.key} passkey`, free: 300 }]);
  return inIdentity(context, anonymous, (transaction) => offerPasskey(transaction, context, null));
}

/** Signs in with a passkey that verified its user: both factors in one. Problem `not-signed-in` when the answer is not right. */
export async function finishPasskeySignIn(
  context: IdentityContext,
  request: { response: AuthenticationResponseJSON; userAgent: string; address: string; replaces?: string | undefined },
): Promise<SignedIn> {
  const brake = addressBrake(context, request.address);
  await slowDown(context, [brake]);
  const signedIn = await inIdentity(context, anonymous, async (transaction) => {
    const id = await takePasskey(transaction, context, request.response, null);
    const account = id === undefined ? undefined : await findAccount(transaction, id);
    if (account === undefined || !isOpen(account, context)) {
      const subject = { kind: 'account', ...(id !== undefined && { id }) };
      await appendAudit(transaction, { actor: anonymous, action: 'identity.session.refuse', subject });
      return undefined;
    }
    await returnAttempt(transaction, brake.key, context.clock());
    const { userAgent, replaces } = request;
    return beginSession(transaction, context, { account, by: 'passkey', secondFactorShown: true, userAgent, replaces });
  });
  if (signedIn !== undefined) return signedIn;
  throw new Problem(
    'not-signed-in',
    say('This passkey does not open an account here. Sign in with your password instead.'),
  );
}
