import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Person {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean | string;
}

/** Who is at the service now, and how it misbehaves. */
export interface Service {
  readonly issuer: string;
  person: Person;
  /** Claims of the next ID tokens, over the right ones. */
  claims: Readonly<Record<string, unknown>>;
  /** `alg` of the next ID tokens; `none` leaves them unsigned. */
  alg: 'RS256' | 'none' | 'HS256';
  /** Signs with a key that is not among those it publishes. */
  strangeKey: boolean;
  /** Leaves the address out of the ID token and tells it at the place for it. */
  addressApart: boolean;
  /** Sends the browser back with this error instead of a code. */
  error: string | undefined;
  /** How often each address was asked. */
  readonly asked: Map<string, number>;
  close(): void;
}

/**
 * A small OpenID provider on this machine: discovery, keys, authorization without questions, codes that work once and
 * only with their verifier (RFC 7636, S256), client authentication, user info. Client "mandata", secret "shared".
 */
export async function aSignInService(): Promise<Service> {
  const right = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const strange = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...right.publicKey.export({ format: 'jwk' }), kid: '1', alg: 'RS256', use: 'sig' };
  const codes = new Map<string, URLSearchParams>();
  const service: Service = {
    issuer: '',
    person: { sub: 's-0' },
    claims: {},
    alg: 'RS256',
    strangeKey: false,
    addressApart: false,
    error: undefined,
    asked: new Map(),
    close: () => server.close(),
  };

  const idToken = (nonce: string): string => {
    const now = Math.floor(Date.now() / 1000);
    const person = service.addressApart ? { sub: service.person.sub } : service.person;
    const claims = {
      iss: service.issuer,
      aud: 'mandata',
      iat: now,
      exp: now + 60,
      nonce,
      ...person,
      ...service.claims,
    };
    const signed = [{ alg: service.alg, kid: '1' }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    if (service.alg === 'none') return `${signed}.`;
    const { privateKey } = service.strangeKey ? strange : right;
    return `${signed}.${createSign('sha256').update(signed).sign(privateKey).toString('base64url')}`;
  };

  const token = async (request: IncomingMessage): Promise<[status: number, answer: object]> => {
    const sent = new URLSearchParams(await text(request));
    const [, basic = ''] = (request.headers.authorization ?? '').split(' ');
    if (Buffer.from(basic, 'base64').toString() !== 'mandata:shared') return [401, { error: 'invalid_client' }];
    const begun = codes.get(sent.get('code') ?? '');
    codes.delete(sent.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(sent.get('code_verifier') ?? '')
      .digest('base64url');
    const fits = begun?.get('code_challenge') === challenge && begun.get('redirect_uri') === sent.get('redirect_uri');
    if (begun === undefined || !fits) return [400, { error: 'invalid_grant' }];
    return [200, { access_token: 'a', token_type: 'bearer', id_token: idToken(begun.get('nonce') ?? '') }];
  };

  const authorize = ({ searchParams: asked }: URL, response: ServerResponse): void => {
    const code = randomBytes(16).toString('hex');
    codes.set(code, asked);
    const back = new URL(asked.get('redirect_uri') ?? '');
    if (service.error === undefined) back.searchParams.set('code', code);
    else back.searchParams.set('error', service.error);
    back.searchParams.set('state', asked.get('state') ?? '');
    response.writeHead(302, { location: back.href }).end();
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { issuer } = service;
    const url = new URL(request.url ?? '', issuer);
    service.asked.set(url.pathname, (service.asked.get(url.pathname) ?? 0) + 1);
    if (url.pathname === '/authorize') return authorize(url, response);
    const documents: Record<string, object> = {
      '/.well-known/openid-configuration': {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        end_session_endpoint: `${issuer}/end`,
        jwks_uri: `${issuer}/jwks`,
        id_token_signing_alg_values_supported: ['RS256'],
      },
      '/jwks': { keys: [jwk] },
      '/userinfo': service.person,
    };
    const document = documents[url.pathname];
    const [status, body] =
      url.pathname === '/token' ? await token(request) : document === undefined ? [404, {}] : [200, document];
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  Object.assign(service, { issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  return service;
}
