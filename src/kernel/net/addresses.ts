import { BlockList, isIP, isIPv4 } from 'node:net';

/** Networks that no public site lives in (IANA special-purpose registries), and clouds' own service address outside them. */
const blocked4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

/** Inside 2000::/3, the only IPv6 space given out to the public; 6to4 and Teredo hide an IPv4 address. */
const blocked6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const blocked = blockList([...blocked4, ...blocked6]);
const global6 = blockList(['2000::/3']);

/** Whether an address is public. Not every text that reads as an address is: 'not an address' is not public either. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || address.includes('%')) return false;
  if (isIPv4(address)) return !blocked.check(address, 'ipv4');
  const inner = embeddedIPv4(address);
  if (inner !== undefined) return isPublicAddress(inner);
  return global6.check(address, 'ipv6') && !blocked.check(address, 'ipv6');
}

/** The IPv4 address in an IPv4-mapped one (::ffff:0:0/96) or in one of a network's translator (64:ff9b::/96, RFC 6052). */
export function embeddedIPv4(address: string): string | undefined {
  const groups = expand(address);
  const prefix = groups
    .slice(0, 6)
    .map((group) => group.toString(16))
    .join(':');
  if (prefix !== '0:0:0:0:0:ffff' && prefix !== '64:ff9b:0:0:0:0') return undefined;
  const [high = 0, low = 0] = groups.slice(6);
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** Eight numbers of an IPv6 address; URL has already one spelling for each, this takes any. */
function expand(address: string): readonly number[] {
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const text =
    dotted === null
      ? address
      : `${dotted[1]}${(Number(dotted[2]) * 256 + Number(dotted[3])).toString(16)}:${(Number(dotted[4]) * 256 + Number(dotted[5])).toString(16)}`;
  const [before = '', after] = text.split('::');
  const numbers = (part: string) =>
    part
      .split(':')
      .filter((group) => group !== '')
      .map((group) => Number.parseInt(group, 16));
  const [left, right] = [numbers(before), numbers(after ?? '')];
  return [...left, ...Array.from({ length: 8 - left.length - right.length }, () => 0), ...right];
}

/** A list of networks such as '10.0.0.0/8', 'fd00::/8' or single addresses; a text that is neither throws. */
export function blockList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}
