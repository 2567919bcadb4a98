import { authorizationCodeGrant } from 'openid-client';
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
import type { Oidc } from './open-oidc.ts';
import { redirectUriOf, sealedFor } from './start-oidc-sign-in.ts';

const keptForm = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), until: z.iso.datetime() });
const claimsForm = z.object({
  sub: z.string().min(1),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
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
 */
export async function finishOidcSignIn(context: IdentityContext, oidc: Oidc, back: OidcReturn): Promise<SignedIn> {
  const claims = await readClaims(context, oidc, back);
  const signedIn = await inIdentity(context, anonymous, async (transaction) => {
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
  if (signedIn === undefined) throw refused(undefined);
  return signedIn;
}

async function readClaims(context: IdentityContext, oidc: Oidc, { search, cookie = '' }: OidcReturn): Promise<Claims> {
  const opened = unseal(context.secret, sealedFor, cookie);
  const kept = opened === undefined ? undefined : keptForm.safeParse(JSON.parse(opened)).data;
  if (kept === undefined || new Date(kept.until) <= context.clock()) throw refused(undefined);
  const configuration = await oidc.configuration();
  const here = new URL(search, redirectUriOf(context));
  const tokens = await authorizationCodeGrant(configuration, here, {
    expectedState: kept.state,
    expectedNonce: kept.nonce,
    pkceCodeVerifier: kept.verifier,
    idTokenExpected: true,
  }).catch((cause: unknown) => {
    throw refused(cause);
  });
  const claims = claimsForm.safeParse(tokens.claims());
  if (!claims.success) throw refused(claims.error);
  return claims.data;
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

const refused = (cause: unknown): Problem =>
  new Problem(
    'not-signed-in',
    say('The sign-in service did not open an account here. Try again, or ask an administrator for an invitation.'),
    { cause },
  );
