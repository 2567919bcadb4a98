import { randomBytes } from 'node:crypto';
import type { Handle } from '#kernel/database/types.ts';
import { appendAudit } from '#kernel/audit/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/index.ts';
import type { AccountActor } from '#kernel/policy/index.ts';
import { authorize } from '#kernel/policy/index.ts';
import type { IdentityContext } from '../context.ts';
import { inIdentity } from '../context.ts';
import { identityOperations } from '../operations.ts';
import { keyedHash } from '../secrets.ts';
import { deleteRecoveryCodes, factorsOf, insertRecoveryCodes, takeRecoveryCode } from '../store/factors.ts';

const howMany = 10;
// 32 letters and digits, without l, o, 0 and 1, which look alike on paper.
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';

/** 80 random bits as four groups of four: `k3fa-…`. */
function newCode(): string {
  const letters = [...randomBytes(16)].map((byte) => alphabet[byte % 32] ?? '');
  return [0, 4, 8, 12].map((at) => letters.slice(at, at + 4).join('')).join('-');
}

/** People type codes in their own way. */
const plain = (code: string): string => code.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

const hashOf = ({ secret }: IdentityContext, account: string, code: string): string =>
  keyedHash(secret, `recovery code of ${account}`, plain(code));

async function replaceCodes(transaction: Handle, context: IdentityContext, account: string): Promise<string[]> {
  const codes = Array.from({ length: howMany }, newCode);
  await deleteRecoveryCodes(transaction, account);
  await insertRecoveryCodes(
    transaction,
    account,
    codes.map((code) => hashOf(context, account, code)),
  );
  return codes;
}

/** The codes of an account that has none yet; none for one that has. */
export async function firstRecoveryCodes(
  transaction: Handle,
  context: IdentityContext,
  account: string,
): Promise<string[]> {
  const { recoveryCodes } = await factorsOf(transaction, account);
  return recoveryCodes > 0 ? [] : replaceCodes(transaction, context, account);
}

/** Codes alone are no second factor: they go with the last one. */
export async function dropCodesWithoutFactor(transaction: Handle, account: string): Promise<void> {
  const { totp, passkeys } = await factorsOf(transaction, account);
  if (!totp && passkeys === 0) await deleteRecoveryCodes(transaction, account);
}

/** New codes in the place of all earlier ones; shown this once. */
export async function renewRecoveryCodes(context: IdentityContext, actor: AccountActor): Promise<string[]> {
  const operation = identityOperations['own.second-factor.remove'];
  authorize(actor, operation, { account: actor.id });
  return inIdentity(context, actor, async (transaction) => {
    const { totp, passkeys } = await factorsOf(transaction, actor.id);
    if (!totp && passkeys === 0)
      throw new Problem('conflict', say('Set up a second factor first; recovery codes stand in for it.'));
    const subject = { kind: 'account', id: actor.id };
    await appendAudit(transaction, { actor, action: operation.id, subject, details: { factor: 'recovery-codes' } });
    return replaceCodes(transaction, context, actor.id);
  });
}

/** Whether it is one of the account's codes; it is used up by this. */
export function takeRecovery(
  transaction: Handle,
  context: IdentityContext,
  account: string,
  code: string,
): Promise<boolean> {
  return takeRecoveryCode(transaction, account, hashOf(context, account, code));
}
