import { getConnInfo } from '@hono/node-server/conninfo';
import { createMiddleware } from 'hono/factory';
import { BlockList, isIPv6 } from 'node:net';
import type { TrustedProxy } from '#kernel/config/index.ts';
import type { HttpEnv } from './env.ts';

/** Takes the client's address from the connection, or from X-Forwarded-For as far as its proxies are trusted. */
export function clientAddress(trusted: TrustedProxy) {
  const known = typeof trusted === 'object' ? listOf(trusted) : undefined;
  return createMiddleware<HttpEnv>(async (c, next) => {
    const hops = [
      ...(c.req.header('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim()),
      connectionAddress(c),
    ].filter((hop) => hop !== '');
    c.set('address', originOf(hops, trusted, known));
    await next();
  });
}

/** Walks from the connection outwards: each trusted proxy vouches for the address that it wrote. */
function originOf(hops: readonly string[], trusted: TrustedProxy, known: BlockList | undefined): string {
  const nearest = hops.at(-1) ?? 'unknown';
  if (trusted === false) return nearest;
  if (typeof trusted === 'number') return hops.at(-1 - trusted) ?? hops[0] ?? nearest;
  return hops.toReversed().find((hop) => !isIn(known, hop)) ?? hops[0] ?? nearest;
}

function isIn(known: BlockList | undefined, address: string): boolean {
  const plain = address.replace(/^::ffff:/, '');
  return known?.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4') ?? false;
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

function connectionAddress(c: Parameters<typeof getConnInfo>[0]): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    return 'unknown'; // in-process requests of tests have no connection
  }
}
