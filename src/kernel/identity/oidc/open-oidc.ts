import { allowInsecureRequests, customFetch, discovery } from 'openid-client';
import type { Configuration, CustomFetch } from 'openid-client';
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
  let known: Promise<Configuration> | undefined;
  const discover = async (): Promise<Configuration> => {
    const options = { [customFetch]: fetch, timeout: 10, ...(onThisMachine && { execute: [allowInsecureRequests] }) };
    try {
      return await discovery(server, clientId, clientSecret, undefined, options);
    } catch (cause) {
      known = undefined;
      throw new Problem(
        'unavailable',
        say('The sign-in service does not answer. Try again later, or sign in with a password.'),
        { cause },
      );
    }
  };
  return { issuer, configuration: () => (known ??= discover()) };
}
