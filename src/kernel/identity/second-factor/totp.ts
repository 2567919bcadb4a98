import { generateSecret, generateURI, verify } from 'otplib';
import type { Handle } from '#kernel/database/types.ts';
import { appendAudit } from '#kernel/audit/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/index.ts';
import type { AccountActor } from '#kernel/policy/index.ts';
import { authorize, notFound } from '#kernel/policy/index.ts';
import { secondFactorBrake, slowDown } from '../attempts/slow-down.ts';
import type { IdentityContext } from '../context.ts';
import { inIdentity } from '../context.ts';
import { identityOperations } from '../operations.ts';
import { seal, unseal } from '../secrets.ts';
import { clearAttempts } from '../store/claim-attempt.ts';
import { deleteTotp, findTotp, proposeTotp, takeTotpStep } from '../store/factors.ts';
import { markSecondFactor } from '../store/sessions.ts';
import { dropCodesWithoutFactor, firstRecoveryCodes } from './recovery-codes.ts';

const sealFor = (account: string): string => `authenticator app of ${account}`;

/** Begins to set up an authenticator app: the secret to type in, and the `otpauth:` address for a QR code. Not in force until confirmed. */
export async function enrolTotp(
  context: IdentityContext,
  actor: AccountActor,
): Promise<{ secret: string; uri: string }> {
  authorize(actor, identityOperations['own.second-factor.add'], { account: actor.id });
  const secret = generateSecret();
  const sealed = seal(context.secret, sealFor(actor.id), secret);
  const proposed = await inIdentity(context, actor, (transaction) => proposeTotp(transaction, actor.id, sealed));
  if (!proposed) {
    throw new Problem('conflict', say('An authenticator app is set up already. Remove it before you set up another.'));
  }
  return { secret, uri: generateURI({ issuer: 'Mandata', label: actor.email, secret }) };
}

/** Puts the app in force by a first code from it. Answers recovery codes when these are the account's first; they are shown this once. */
export async function confirmTotp(
  context: IdentityContext,
  actor: AccountActor,
  code: string,
): Promise<{ recoveryCodes: string[] }> {
  const operation = identityOperations['own.second-factor.add'];
  authorize(actor, operation, { account: actor.id });
  const brake = secondFactorBrake(context, actor.id);
  await slowDown(context, [brake]);
  return inIdentity(context, actor, async (transaction) => {
    if (!(await takeCode(transaction, context, actor.id, code, 'proposed'))) {
      const said = say('This code is not right. Check the clock of your device, and type the code that it shows now.');
      throw new Problem('invalid', said, { details: { field: 'code' } });
    }
    await clearAttempts(transaction, brake.key);
    if (actor.session !== undefined) await markSecondFactor(transaction, actor.session);
    const subject = { kind: 'account', id: actor.id };
    await appendAudit(transaction, { actor, action: operation.id, subject, details: { factor: 'totp' } });
    return { recoveryCodes: await firstRecoveryCodes(transaction, context, actor.id) };
  });
}

/** Removes one's own authenticator app. */
export async function removeTotp(context: IdentityContext, actor: AccountActor): Promise<void> {
  const operation = identityOperations['own.second-factor.remove'];
  authorize(actor, operation, { account: actor.id });
  await inIdentity(context, actor, async (transaction) => {
    if (!(await deleteTotp(transaction, actor.id))) throw notFound();
    await dropCodesWithoutFactor(transaction, actor.id);
    const subject = { kind: 'account', id: actor.id };
    await appendAudit(transaction, { actor, action: operation.id, subject, details: { factor: 'totp' } });
  });
}

/** Whether it is a code of the account's app that was not used before; it is used up by this. One step of 30 seconds either way is allowed. */
export async function takeCode(
  transaction: Handle,
  context: IdentityContext,
  account: string,
  code: string,
  which: 'proposed' | 'confirmed',
): Promise<boolean> {
  const totp = await findTotp(transaction, account);
  if (totp === undefined || totp.confirmed !== (which === 'confirmed') || !/^\d{6}$/.test(code)) return false;
  const secret = unseal(context.secret, sealFor(account), totp.secret);
  if (secret === undefined)
    throw new Error('The secret of an authenticator app does not open: MANDATA_SECRET has changed.');
  const epoch = Math.floor(context.clock().getTime() / 1000);
  const checked = await verify({ secret, token: code, epoch, epochTolerance: 30 });
  return checked.valid && 'timeStep' in checked && takeTotpStep(transaction, account, checked.timeStep);
}
