import { appendAudit } from '#kernel/audit/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/index.ts';
import { anonymous } from '#kernel/policy/index.ts';
import { accountBrake, addressBrake, slowDown } from '../attempts/slow-down.ts';
import type { IdentityContext } from '../context.ts';
import { inIdentity } from '../context.ts';
import { normalEmail } from '../email.ts';
import { isPassword } from '../password/hash-password.ts';
import { findAccountByEmail } from '../store/accounts.ts';
import { clearAttempts, returnAttempt } from '../store/claim-attempt.ts';
import { isOpen } from './actor-of.ts';
import type { SignedIn } from './begin-session.ts';
import { beginSession } from './begin-session.ts';

export interface SignInRequest {
  readonly email: string;
  readonly password: string;
  readonly userAgent: string;
  /** Network address of the client. */
  readonly address: string;
  /** Token of the session that the browser holds. */
  readonly replaces?: string | undefined;
}

/**
 * Signs in with a password. Problem `not-signed-in` in the same words and after the same work whether the address, the
 * password or the account's state is the reason; `too-many-requests` when it is tried too often.
 */
export async function signIn(context: IdentityContext, request: SignInRequest): Promise<SignedIn> {
  const email = normalEmail(request.email);
  const [byAccount, byAddress] = [accountBrake(context, email), addressBrake(context, request.address)];
  await slowDown(context, [byAccount, byAddress]);
  const account = await inIdentity(context, anonymous, (transaction) => findAccountByEmail(transaction, email));
  // Outside any transaction: the work takes tens of milliseconds, and connections are few.
  const right = await isPassword(request.password, account?.password);
  const accepted = right && account !== undefined && isOpen(account, context);
  const signedIn = await inIdentity(context, anonymous, async (transaction) => {
    if (!accepted) {
      const subject = { kind: 'account', ...(account !== undefined && { id: account.id }) };
      await appendAudit(transaction, { actor: anonymous, action: 'identity.session.refuse', subject });
      return undefined;
    }
    await clearAttempts(transaction, byAccount.key);
    await returnAttempt(transaction, byAddress.key, context.clock());
    const { userAgent, replaces } = request;
    return beginSession(transaction, context, {
      account,
      by: 'password',
      secondFactorShown: false,
      userAgent,
      replaces,
    });
  });
  if (signedIn === undefined) throw wrongCredentials();
  return signedIn;
}

const wrongCredentials = (): Problem =>
  new Problem(
    'not-signed-in',
    say(
      'The e-mail address or the password is not right. If you forgot the password, ask for a link to set a new one.',
    ),
  );
