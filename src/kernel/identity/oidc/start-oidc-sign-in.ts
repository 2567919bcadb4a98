import {
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { IdentityContext } from '../context.ts';
import { after, limits } from '../limits.ts';
import { seal } from '../secrets.ts';
import type { Oidc } from './open-oidc.ts';

/** Where the service sends the browser back to; register this address with it. */
export const redirectUriOf = ({ origin }: Pick<IdentityContext, 'origin'>): string =>
  new URL('/sign-in/callback', origin).href;

export const sealedFor = 'sign-in at another service';

/**
 * Begins a sign-in at another service: where to send the browser, and what to keep in a short-lived HttpOnly cookie until
 * it is back. `goal` is where the person wanted to be; it comes back with them.
 */
export async function startOidcSignIn(
  context: IdentityContext,
  oidc: Oidc,
  goal = '',
): Promise<{ url: string; cookie: string; until: Date }> {
  const configuration = await oidc.configuration();
  const kept = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
  const until = after(context.clock(), limits.pending);
  const url = buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUriOf(context),
    scope: 'openid email',
    state: kept.state,
    nonce: kept.nonce,
    code_challenge: await calculatePKCECodeChallenge(kept.verifier),
    code_challenge_method: 'S256',
  });
  return { url: url.href, cookie: seal(context.secret, sealedFor, JSON.stringify({ ...kept, until, goal })), until };
}
