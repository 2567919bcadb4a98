/** Spellings of addresses that must never be reached, for the tests; PORT is where something listens that would count a visit. */
const four = ['127.0.0.1', '10.0.0.1', '169.254.169.254', '192.168.0.1', '172.16.5.4', '0.0.0.0', '100.100.100.200'];

/** Each spelling that the URL standard, browsers or C libraries take for the same IPv4 address. */
function spellings(address: string): string[] {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  const number = a * 2 ** 24 + b * 2 ** 16 + c * 256 + d;
  const hex = (value: number) => `0x${value.toString(16)}`;
  const octal = (value: number) => `0${value.toString(8)}`;
  const group = (value: number) => value.toString(16);
  const tail = `${group(a * 256 + b)}:${group(c * 256 + d)}`;
  return [
    address,
    `${address}.`,
    String(number),
    hex(number),
    `0X${number.toString(16).toUpperCase()}`,
    octal(number),
    [a, b, c, d].map(hex).join('.'),
    [a, b, c, d].map(octal).join('.'),
    [a, b, c, d].map((part) => `000${octal(part)}`).join('.'),
    `${a}.${number - a * 2 ** 24}`,
    `${a}.${b}.${c * 256 + d}`,
    `${hex(a)}.${octal(b)}.${c * 256 + d}`,
    address.replaceAll('.', '。'),
    address.replaceAll('.', '%2e'),
    address.replaceAll(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
    `[::ffff:${address}]`,
    `[::ffff:${tail}]`,
    `[0:0:0:0:0:FFFF:${address}]`,
    `[::${address}]`,
    `[64:ff9b::${address}]`,
    `[2002:${tail}::1]`,
    `user@${address}`,
    `user:word@${address}`,
    `public.example@${address}`,
  ];
}

const six = [
  '[::1]',
  '[::]',
  '[0:0:0:0:0:0:0:1]',
  '[0000:0000:0000:0000:0000:0000:0000:0001]',
  '[fe80::1]',
  '[fe80::1%25lo]',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[ff02::1]',
  '[100::1]',
  '[2001:db8::1]',
  '[2001::1]',
  '[fec0::1]',
  '[5f00::1]',
  '[3fff::1]',
  '[4000::1]',
];

const networks = [
  '0.1.2.3',
  '10.255.255.255',
  '100.64.0.1',
  '100.127.255.255',
  '127.255.255.254',
  '168.63.129.16',
  '169.254.0.1',
  '172.31.255.255',
  '192.0.0.192',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.255.255',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.7',
  '203.0.113.9',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
];

const names = [
  'localhost',
  'LOCALHOST',
  'localhost.',
  'a.localhost',
  'printer.local',
  'metadata.google.internal',
  'metadata',
  'router.lan',
  'nas.home.arpa',
  'wiki.intranet',
  'hidden.onion',
  'resolves-to-loopback.example',
  'resolves-to-metadata.example',
  'resolves-to-both.example',
  'resolves-to-mapped.example',
  'resolves-to-nothing.example',
];

const others = [
  'file:///etc/passwd',
  'ftp://public.example/',
  'gopher://127.0.0.1:PORT/_GET',
  'data:text/html,x',
  'javascript:alert(1)',
  'ws://public.example/',
  'unix:/var/run/docker.sock',
  'http://',
  'http:///',
  '//127.0.0.1:PORT/',
  'public.example',
  '',
  'http://public.example:22/',
  'http://public.example:25/',
  'http://public.example:445/',
  'https://public.example:989/',
  'http://user@public.example/',
  'http://user:word@public.example/',
  'http://public.example@127.0.0.1:PORT/',
  'http://127.0.0.1:PORT#@public.example/',
  'http://127.0.0.1:PORT\\@public.example/',
  'http://127.0.0.1:PORT?@public.example/',
  'http://[::1',
  'http://256.256.256.256/',
  'http://1.2.3.4.5:PORT/',
  'http://127.0.0.1:PORT\\.public.example/',
];

/** Names as the tests' resolver knows them. */
export const resolvesTo: Readonly<Record<string, readonly string[]>> = {
  'public.example': ['93.184.215.14'],
  'resolves-to-loopback.example': ['127.0.0.1'],
  'resolves-to-metadata.example': ['169.254.169.254'],
  'resolves-to-both.example': ['93.184.215.14', '127.0.0.1'],
  'resolves-to-mapped.example': ['::ffff:127.0.0.1'],
  'resolves-to-nothing.example': [],
};

/** All of them as URLs. */
export function hostileUrls(port: number): readonly string[] {
  const hosts = [...four.flatMap(spellings), ...six, ...networks, ...names];
  return [...hosts.map((host) => `http://${host}:PORT/`), ...others].map((url) => url.replaceAll('PORT', String(port)));
}
