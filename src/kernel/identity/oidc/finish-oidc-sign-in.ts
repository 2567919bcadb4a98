import { AuthorizationResponseError, authorizationCodeGrant, fetchUserInfo } from 'openid-client';
import type { Configuration } from 'openid-client';
import * as z from 'zod';
import type { Handle } from '#kernel/database/types.ts';
import { appendAudit } from '#kernel/audit/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/index.ts';
import { anonymous } from '#kernel/policy/index.ts';
import type { IdentityContext } from '../context.ts';
import { inIdentity } from '../context.ts';
import { normalEmail } from '../email.ts';
import { unseal } from '../secrets.ts';
import { isOpen } from '../session/actor-of.ts';
import type { SignedIn } from '../session/begin-session.ts';
import { beginSession } from '../session/begin-session.ts';
import type { Account } from '../store/accounts.ts';
import { findAccount, findAccountByEmail, updateAccount } from '../store/accounts.ts';
import { deleteLinks } from '../store/links.ts';
import { findAccountOfSubject, linkSubject } from '../store/oidc-subjects.ts';
import { away, type Oidc } from './open-oidc.ts';
import { redirectUriOf, sealedFor } from './start-oidc-sign-in.ts';

const keptForm = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  until: z.iso.datetime(),
  goal: z.string(),
});
const claimsForm = z.object({
  sub: z.string().min(1),
  email: z.string().optional(),
  // Some services write their booleans as text.
  email_verified: z.union([z.boolean(), z.stringbool({ truthy: ['true'], falsy: ['false'] })]).optional(),
});
type Claims = z.infer<typeof claimsForm>;

export interface OidcReturn {
  /** Query of the address that the browser came back to. */
  readonly search: string;
  /** The cookie that was kept. */
  readonly cookie: string | undefined;
  readonly userAgent: string;
  readonly replaces?: string | undefined;
}

/**
 * Completes a sign-in at another service. State, nonce and code verifier must be those of this browser's cookie. A person
 * is known by the service's subject, or the first time by a verified address that was invited here; nobody else gets in.
 * An account with a second factor still owes it: what the other service asked for is not known here. Answers with the
 * goal that was given at the start; Problem `not-signed-in`, or `unavailable` where the service does not answer.
 */
export async function finishOidcSignIn(
  context: IdentityContext,
  oidc: Oidc,
  back: OidcReturn,
): Promise<{ session: SignedIn; goal: string }> {
  const { claims, goal } = await readClaims(context, oidc, back);
  const session = await inIdentity(context, anonymous, async (transaction) => {
    const account = await accountOf(transaction, context, oidc.issuer, claims);
    if (account === undefined || !isOpen(account, context)) {
      await appendAudit(transaction, {
        actor: anonymous,
        action: 'identity.session.refuse',
        subject: { kind: 'account' },
        details: { by: 'oidc' },
      });
      return undefined;
    }
    const { userAgent, replaces } = back;
    return beginSession(transaction, context, { account, by: 'oidc', secondFactorShown: false, userAgent, replaces });
  });
  if (session === undefined) throw noAccount();
  return { session, goal };
}

async function readClaims(
  context: IdentityContext,
  oidc: Oidc,
  { search, cookie = '' }: OidcReturn,
): Promise<{ claims: Claims; goal: string }> {
  const opened = unseal(context.secret, sealedFor, cookie);
  const kept = opened === undefined ? undefined : keptForm.safeParse(JSON.parse(opened)).data;
  if (kept === undefined || new Date(kept.until) <= context.clock()) throw notFromHere();
  const configuration = await oidc.configuration();
  const here = new URL(search, redirectUriOf(context));
  try {
    const tokens = await authorizationCodeGrant(configuration, here, {
      expectedState: kept.state,
      expectedNonce: kept.nonce,
      pkceCodeVerifier: kept.verifier,
      idTokenExpected: true,
    });
    const claims = claimsForm.parse(tokens.claims());
    const whole = claims.email === undefined ? await askMore(configuration, tokens.access_token, claims) : claims;
    return { claims: whole, goal: kept.goal };
  } catch (cause) {
    throw inWords(cause);
  }
}

/** Services that keep the address out of the ID token tell it at another place, for the same subject only. */
async function askMore(configuration: Configuration, accessToken: string, claims: Claims): Promise<Claims> {
  if (configuration.serverMetadata().userinfo_endpoint === undefined) return claims;
  return claimsForm.parse(await fetchUserInfo(configuration, accessToken, claims.sub));
}

async function accountOf(
  transaction: Handle,
  context: IdentityContext,
  issuer: string,
  { sub, email, email_verified }: Claims,
): Promise<Account | undefined> {
  const known = await findAccountOfSubject(transaction, issuer, sub);
  if (known !== undefined) return findAccount(transaction, known);
  if (email === undefined || email_verified !== true) return undefined;
  const account = await findAccountByEmail(transaction, normalEmail(email));
  if (account === undefined || account.demonstration || !['invited', 'active'].includes(account.status))
    return undefined;
  if (!(await linkSubject(transaction, { issuer, subject: sub, account: account.id }))) return undefined;
  if (account.status === 'invited') {
    await updateAccount(transaction, account.id, context.clock(), { status: 'active' });
    await deleteLinks(transaction, account.id);
  }
  const subject = { kind: 'account', id: account.id };
  await appendAudit(transaction, { actor: anonymous, action: 'identity.accounts.link', subject, details: { issuer } });
  return { ...account, status: 'active' };
}

function inWords(cause: unknown): Problem {
  if (cause instanceof AuthorizationResponseError && cause.error === 'access_denied') {
    return new Problem(
      'not-signed-in',
      say('The sign-in was broken off at the sign-in service. Try again when you like.'),
    );
  }
  return unanswered(cause) ? away(cause) : notAccepted(cause);
}

/** Whether the guarded way out refused or failed, somewhere among the causes. */
function unanswered(cause: unknown): boolean {
  if (cause instanceof Problem) return true;
  return cause instanceof Error && cause.cause !== undefined && unanswered(cause.cause);
}

const notFromHere = (): Problem =>
  new Problem(
    'not-signed-in',
    say('This sign-in was not begun in this browser, or it took too long. Begin again here.'),
  );

const notAccepted = (cause: unknown): Problem =>
  new Problem(
    'not-signed-in',
    say('What the sign-in service answered does not fit this sign-in, so it was refused. Begin again here.'),
    { cause },
  );

const noAccount = (): Problem =>
  new Problem(
    'not-signed-in',
    say('The sign-in service vouches for no address that has an account here. Ask an administrator for an invitation.'),
  );
