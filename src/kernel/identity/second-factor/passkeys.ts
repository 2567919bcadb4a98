import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server';
import type { PublicKeyCredentialCreationOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { appendAudit } from '#kernel/audit/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/index.ts';
import type { AccountActor } from '#kernel/policy/index.ts';
import { authorize, notFound } from '#kernel/policy/index.ts';
import type { IdentityContext } from '../context.ts';
import { inIdentity } from '../context.ts';
import { after, limits } from '../limits.ts';
import { identityOperations } from '../operations.ts';
import { insertChallenge, takeChallenge } from '../store/challenges.ts';
import { deletePasskeys, insertPasskey, passkeysOf } from '../store/passkeys.ts';
import { markSecondFactor } from '../store/sessions.ts';
import { dropCodesWithoutFactor, firstRecoveryCodes } from './recovery-codes.ts';

/** EdDSA, ES256 and RS256: what every authenticator in use can do one of (COSE numbers). */
const supportedAlgorithmIDs = [-8, -7, -257];

const adding = identityOperations['own.second-factor.add'];

/** Options for `navigator.credentials.create`; good for five minutes and one answer. */
export async function startPasskeyRegistration(
  context: IdentityContext,
  actor: AccountActor,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  authorize(actor, adding, { account: actor.id });
  return inIdentity(context, actor, async (transaction) => {
    const keys = await passkeysOf(transaction, actor.id);
    const options = await generateRegistrationOptions({
      rpName: 'Mandata',
      rpID: new URL(context.origin).hostname,
      userName: actor.email,
      userDisplayName: actor.name,
      userID: new Uint8Array(Buffer.from(actor.id, 'utf8')),
      attestationType: 'none',
      supportedAlgorithmIDs,
      excludeCredentials: keys.map(({ id, transports }) => ({ id, transports })),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    });
    const expires_at = after(context.clock(), limits.challenge);
    await insertChallenge(transaction, {
      challenge: options.challenge,
      purpose: 'registration',
      account: actor.id,
      expires_at,
    });
    return options;
  });
}

/** Registers the passkey that the browser made. Answers recovery codes when these are the account's first. */
export async function finishPasskeyRegistration(
  context: IdentityContext,
  actor: AccountActor,
  { response, name }: { response: RegistrationResponseJSON; name: string },
): Promise<{ id: string; recoveryCodes: string[] }> {
  authorize(actor, adding, { account: actor.id });
  return inIdentity(context, actor, async (transaction) => {
    const now = context.clock();
    const verified = await verifyRegistrationResponse({
      response,
      expectedOrigin: context.origin,
      expectedRPID: new URL(context.origin).hostname,
      requireUserVerification: true,
      supportedAlgorithmIDs,
      expectedChallenge: (challenge) =>
        takeChallenge(transaction, { challenge, purpose: 'registration', account: actor.id, expires_at: now }),
    }).catch((cause: unknown) => {
      throw notTaken(cause);
    });
    if (!verified.verified) throw notTaken(undefined);
    const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
    const public_key = Buffer.from(publicKey).toString('base64url');
    const key = { id, account: actor.id, public_key, counter, transports: [...transports], name, created_at: now };
    if (!(await insertPasskey(transaction, key))) throw notTaken(undefined);
    if (actor.session !== undefined) await markSecondFactor(transaction, actor.session);
    const subject = { kind: 'account', id: actor.id };
    await appendAudit(transaction, { actor, action: adding.id, subject, details: { factor: 'passkey' } });
    return { id, recoveryCodes: await firstRecoveryCodes(transaction, context, actor.id) };
  });
}

const notTaken = (cause: unknown): Problem =>
  new Problem('invalid', say('The passkey could not be registered. Start again, and answer within five minutes.'), {
    cause,
  });

export interface PasskeySummary {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

/** The actor's own passkeys, the oldest first. */
export async function listPasskeys(context: IdentityContext, actor: AccountActor): Promise<PasskeySummary[]> {
  authorize(actor, identityOperations['own.second-factor'], { account: actor.id });
  const keys = await inIdentity(context, actor, (transaction) => passkeysOf(transaction, actor.id));
  return keys.map(({ id, name, created_at, last_used_at }) => ({
    id,
    name,
    createdAt: created_at,
    lastUsedAt: last_used_at,
  }));
}

/** Removes one of the actor's own passkeys; Problem `not-found` for any other. */
export async function removePasskey(context: IdentityContext, actor: AccountActor, id: string): Promise<void> {
  const operation = identityOperations['own.second-factor.remove'];
  authorize(actor, operation, { account: actor.id });
  await inIdentity(context, actor, async (transaction) => {
    if ((await deletePasskeys(transaction, actor.id, id)) === 0) throw notFound();
    await dropCodesWithoutFactor(transaction, actor.id);
    const subject = { kind: 'account', id: actor.id };
    await appendAudit(transaction, { actor, action: operation.id, subject, details: { factor: 'passkey' } });
  });
}
