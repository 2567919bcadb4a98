import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client';
import type { ClientAuth, Configuration, CustomFetch } from 'openid-client';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/index.ts';

export interface OidcSettings {
  /** Address of the sign-in service, https; plain http on this machine only. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The guarded way out. */
  readonly fetch: CustomFetch;
}

/** Another sign-in service; its configuration is fetched when it is first needed, and again after a failure. */
export interface Oidc {
  readonly issuer: string;
  readonly configuration: () => Promise<Configuration>;
}

export function openOidc({ issuer, clientId, clientSecret, fetch }: OidcSettings): Oidc {
  const server = new URL(issuer);
  const onThisMachine = server.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(server.hostname);
  // An ID token is believed for its signature, not only because it came over TLS.
  const execute = [enableNonRepudiationChecks, ...(onThisMachine ? [allowInsecureRequests] : [])];
  let known: Promise<Configuration> | undefined;
  const discover = async (): Promise<Configuration> => {
    try {
      const options = { [customFetch]: fetch, timeout: 10, execute };
      return await discovery(server, clientId, undefined, secretAs(clientSecret), options);
    } catch (cause) {
      known = undefined;
      throw away(cause);
    }
  };
  return { issuer, configuration: () => (known ??= discover()) };
}

/** The secret in the header unless the service takes it in the body only (OpenID Connect Discovery 1.0, section 3). */
function secretAs(secret: string): ClientAuth {
  const [inHeader, inBody] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (service, client, body, headers) => {
    const methods = service.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    (methods.includes('client_secret_basic') ? inHeader : inBody)(service, client, body, headers);
  };
}

export const away = (cause: unknown): Problem =>
  new Problem('unavailable', say('The sign-in service does not answer. Try again later, or sign in with a password.'), {
    cause,
  });
