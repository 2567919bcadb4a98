import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import type { Handle } from '#kernel/database/types.ts';
import type { IdentityContext } from '../context.ts';
import { after, limits } from '../limits.ts';
import { insertChallenge, takeChallenge } from '../store/challenges.ts';
import { findPasskey, passkeysOf, usePasskey } from '../store/passkeys.ts';

/** Options for `navigator.credentials.get`: for the keys of an account, or, without one, for any key that knows its owner. */
export async function offerPasskey(
  transaction: Handle,
  context: IdentityContext,
  account: string | null,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const keys = account === null ? [] : await passkeysOf(transaction, account);
  const options = await generateAuthenticationOptions({
    rpID: new URL(context.origin).hostname,
    allowCredentials: keys.map(({ id, transports }) => ({ id, transports })),
    userVerification: 'required',
  });
  const purpose = account === null ? 'sign-in' : 'second-factor';
  const expires_at = after(context.clock(), limits.challenge);
  await insertChallenge(transaction, { challenge: options.challenge, purpose, account, expires_at });
  return options;
}

/** Whose passkey answered a challenge of ours, which is used up; undefined when anything about the answer is not right. */
export async function takePasskey(
  transaction: Handle,
  context: IdentityContext,
  response: AuthenticationResponseJSON,
  account: string | null,
): Promise<string | undefined> {
  const key = await findPasskey(transaction, response.id);
  if (key === undefined || (account !== null && key.account !== account)) return undefined;
  const now = context.clock();
  const purpose = account === null ? 'sign-in' : 'second-factor';
  const verified = await verifyAuthenticationResponse({
    response,
    expectedOrigin: context.origin,
    expectedRPID: new URL(context.origin).hostname,
    requireUserVerification: true,
    credential: {
      id: key.id,
      publicKey: new Uint8Array(Buffer.from(key.public_key, 'base64url')),
      counter: key.counter,
    },
    expectedChallenge: (challenge) => takeChallenge(transaction, { challenge, purpose, account, expires_at: now }),
  }).catch((error: unknown) => refused(error));
  if (!verified.verified) return undefined;
  await usePasskey(transaction, key.id, verified.authenticationInfo.newCounter, now);
  return key.account;
}

/** The library says "no" by throwing; what the database throws must go on, as the transaction is lost. */
function refused(error: unknown): { verified: false } {
  if (error instanceof Error && !('severity' in error) && !('kind' in error)) return { verified: false };
  throw error;
}
