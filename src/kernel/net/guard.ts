import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP, isIPv4 } from 'node:net';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { blockList, embeddedIPv4, isPublicAddress } from './addresses.ts';

/** What may be reached although it is not public: an intranet's source, a test's own server. */
export interface Allowance {
  /** Host names or addresses as they stand in the URL, with any port. */
  readonly hosts?: readonly string[];
  /** Networks or addresses: '10.1.0.0/16', '127.0.0.1'. */
  readonly networks?: readonly string[];
}

export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/** Decides what may be reached. */
export interface Guard {
  /** Checks everything that the URL itself tells; returns it with one spelling. */
  check(url: string | URL): URL;
  /** Addresses of a host, all of them checked: the connection is made to these and no others. */
  resolve(host: string): Promise<readonly LookupAddress[]>;
  /** The last check, on the address that the socket really has. */
  mayConnect(host: string, address: string | undefined): boolean;
}

export function createGuard(allow: Allowance = {}, resolve: Resolve = (host) => lookup(host, { all: true })): Guard {
  const hosts = new Set(allow.hosts?.map(plainHost));
  const networks = blockList(allow.networks ?? []);
  const inAllowedNetwork = (address: string): boolean => {
    const inner = isIPv4(address) ? address : embeddedIPv4(address);
    return (
      networks.check(address, isIPv4(address) ? 'ipv4' : 'ipv6') ||
      (inner !== undefined && networks.check(inner, 'ipv4'))
    );
  };
  const mayReach = (host: string, address: string) =>
    hosts.has(host) || isPublicAddress(address) || inAllowedNetwork(address);

  return {
    check(given) {
      const url = parse(given);
      const host = plainHost(url.hostname);
      if (hosts.has(host)) return url;
      if (isIP(host) === 0 ? isLocalName(host) : !mayReach(host, host)) throw privateAddress(url);
      // Ports below 1024 belong to mail, shells and directories, which must not be spoken to in HTTP.
      const port = Number(url.port);
      if (port !== 0 && port < 1024 && port !== 80 && port !== 443 && !(isIP(host) !== 0 && inAllowedNetwork(host))) {
        throw new Problem(
          'forbidden',
          say('The address {url} names port {port}, where no web site is. It was not fetched.', {
            url: shown(url),
            port,
          }),
        );
      }
      return url;
    },
    async resolve(name) {
      const host = plainHost(name);
      const addresses = await resolve(host);
      // One private address among public ones is enough: which one is taken must not be left to chance.
      if (addresses.length === 0 || !addresses.every(({ address }) => mayReach(host, address)))
        throw privateAddress(new URL(`http://${name}/`));
      return addresses;
    },
    mayConnect: (name, address) => address !== undefined && mayReach(plainHost(name), address),
  };
}

function parse(given: string | URL): URL {
  const url = URL.parse(String(given));
  if (url === null || url.hostname === '') {
    throw new Problem(
      'invalid',
      say('{url} is not a web address. Give one that begins with https:// or http://.', {
        url: String(given).slice(0, 200),
      }),
    );
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new Problem(
      'invalid',
      say('The address {url} does not begin with https:// or http://. Only web addresses are fetched.', {
        url: shown(url),
      }),
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new Problem(
      'invalid',
      say('The address {url} carries a user name or password. Remove it from the address.', { url: shown(url) }),
    );
  }
  return url;
}

/** Lower case, without the brackets of an IPv6 address and the dot at the end that means the same host. */
export function plainHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
}

/** Names that never mean a public site, whatever a resolver says (RFC 6761, RFC 6762, RFC 9476 and private practice). */
function isLocalName(host: string): boolean {
  return !host.includes('.') || /\.(?:localhost|local|internal|intranet|lan|home\.arpa|test|invalid|onion)$/.test(host);
}

export function privateAddress(url: URL): Problem {
  return new Problem(
    'forbidden',
    say('The address {url} leads into a private network and was not fetched.', { url: shown(url) }),
    {
      details: { host: url.hostname },
    },
  );
}

/** For messages: no credentials, no query, which may hold a key. */
export function shown(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}`;
}
