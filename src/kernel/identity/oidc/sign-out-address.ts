import { buildEndSessionUrl } from 'openid-client';
import type { IdentityContext } from '../context.ts';
import type { Oidc } from './open-oidc.ts';

/**
 * Where a browser ends its session at the other service (OpenID Connect RP-Initiated Logout 1.0) and comes back to the
 * sign-in page; undefined for a service that has no such place, or that does not answer.
 */
export async function signOutAddress({ origin }: IdentityContext, oidc: Oidc): Promise<string | undefined> {
  const configuration = await oidc.configuration().catch(() => undefined);
  if (configuration?.serverMetadata().end_session_endpoint === undefined) return undefined;
  const back = new URL('/sign-in', origin).href;
  const { client_id } = configuration.clientMetadata();
  return buildEndSessionUrl(configuration, { client_id, post_logout_redirect_uri: back }).href;
}
