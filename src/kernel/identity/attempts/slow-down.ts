import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/index.ts';
import { anonymous } from '#kernel/policy/index.ts';
import type { IdentityContext } from '../context.ts';
import { inIdentity } from '../context.ts';
import { normalEmail } from '../email.ts';
import { keyedHash } from '../secrets.ts';
import type { Patience } from '../store/claim-attempt.ts';
import { claimAttempt } from '../store/claim-attempt.ts';
import { networkOf } from './network-of.ts';

export interface Brake extends Patience {
  readonly key: string;
}

const day = 86_400;

/** For guesses at one account; the same whether the account exists or not. */
export const accountBrake = ({ secret }: IdentityContext, email: string): Brake => ({
  key: keyedHash(secret, 'attempts on an account', normalEmail(email)),
  free: 5,
  longest: 900,
  forget: day,
});

/** For guesses at many accounts from one place; offices share an address, so it is more patient. */
export const addressBrake = ({ secret }: IdentityContext, address: string): Brake => ({
  key: keyedHash(secret, 'attempts from an address', networkOf(address)),
  free: 30,
  longest: 900,
  forget: 3600,
});

/** For guesses at a second factor of one account. */
export const secondFactorBrake = ({ secret }: IdentityContext, account: string): Brake => ({
  key: keyedHash(secret, 'attempts on a second factor', account),
  free: 5,
  longest: 900,
  forget: day,
});

/** For letters that somebody may have sent to one address. */
export const letterBrake = ({ secret }: IdentityContext, email: string): Brake => ({
  key: keyedHash(secret, 'letters to an address', normalEmail(email)),
  free: 3,
  longest: 3600,
  forget: day,
});

/** Counts an attempt under each brake, or throws Problem `too-many-requests` with `retryAfter` in seconds. */
export async function slowDown(context: IdentityContext, brakes: readonly Brake[]): Promise<void> {
  const now = context.clock();
  await inIdentity(context, anonymous, async (transaction) => {
    // Always in one order, so that two attempts do not wait for each other.
    for (const { key, ...patience } of brakes.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
      const until = await claimAttempt(transaction, key, now, patience);
      if (until === undefined) continue;
      const retryAfter = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
      const said = say('Too many attempts. Try again in {retryAfter, plural, one {# second} other {# seconds}}.', {
        retryAfter,
      });
      throw new Problem('too-many-requests', said, { details: { retryAfter } });
    }
  });
}
