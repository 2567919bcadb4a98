import { BlockList, isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { FileStore, TrustedProxy } from './config.ts';

// Each schema's message completes the sentence "it must be …".
const portMessage = 'a whole number from 0 to 65535 (0 takes any free port)';
export const port = z
  .string()
  .regex(/^\d{1,5}$/, portMessage)
  .transform(Number)
  .refine((number) => number <= 65_535, portMessage);

export const secret = z.string().min(32, 'at least 32 characters, best of random text');

export const yesOrNo = z
  .enum(['1', '0', 'true', 'false', 'yes', 'no'], '1 (yes) or 0 (no)')
  .transform((word) => word === '1' || word === 'true' || word === 'yes');

export const backupTime = z
  .string()
  .regex(/^(off|([01]\d|2[0-3]):[0-5]\d)$/, 'a time of day in UTC such as 02:30, or off for no backups');

const backupsMessage = 'a whole number from 1 to 1000';
export const backupsKept = z
  .string()
  .regex(/^\d{1,4}$/, backupsMessage)
  .transform(Number)
  .refine((number) => number >= 1 && number <= 1000, backupsMessage);

/** A URL that begins with one of these, and names a host. */
export const urlOf = (...beginnings: readonly string[]): z.ZodType<string, string> => {
  const written = beginnings.map((word) => (word.endsWith(':') ? `${word}//…` : `${word}…`)).join(' or ');
  return z.string().refine((text) => {
    // A PostgreSQL socket is named by ?host=/folder, with a user and no host before it, which the standard does not allow.
    const url = URL.parse(text.replace('@/', '@localhost/'));
    if (url === null || !beginnings.some((word) => text.startsWith(word))) return false;
    return url.host !== '' || url.searchParams.has('host');
  }, `an address such as ${written}`);
};

const originMessage = 'the address of the site alone, such as https://data.example.org, without a path';
export const origin = z
  .string()
  .refine((text) => {
    const url = URL.parse(text);
    return (
      url !== null &&
      /^https?:$/.test(url.protocol) &&
      url.username === '' &&
      url.pathname + url.search + url.hash === '/'
    );
  }, originMessage)
  .transform((text) => new URL(text).origin);

const issuerMessage = 'the address of the sign-in service, https://… (http://… on this machine only), without a query';
export const issuer = z.string().refine((text) => {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.search + url.hash !== '') return false;
  return (
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname))
  );
}, issuerMessage);

export const s3 = urlOf('https:', 'http:');

/** A folder against the working folder, or "s3://bucket/prefix". */
export const files = (workingFolder: string): z.ZodType<FileStore, string> =>
  z.string().transform((text, context): FileStore => {
    if (!/^[a-z0-9+.-]+:\/\//i.test(text)) return { kind: 'folder', path: resolve(workingFolder, text) };
    const [, bucket, prefix] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/.exec(text) ?? [];
    if (bucket !== undefined) return { kind: 's3', bucket, prefix: (prefix ?? '').replace(/\/+$/, '') };
    context.addIssue('a folder, or a bucket written as s3://name or s3://name/prefix');
    return z.NEVER;
  });

const proxyMessage =
  '0, the number of proxies in front of Mandata, or their addresses or networks with commas between (10.0.0.0/8,::1)';
export const trustedProxy = z.string().transform((text, context): TrustedProxy => {
  if (/^(0|no|false)$/.test(text)) return false;
  if (/^([1-9]|yes|true)$/.test(text)) return Number(text) || 1;
  const networks = text.split(',').map((word) => word.trim());
  if (networks.every(isNetwork)) return networks;
  context.addIssue(proxyMessage);
  return z.NEVER;
});

function isNetwork(text: string): boolean {
  const [address = '', length, more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more !== undefined) return false;
  if (length === undefined) return true;
  if (!/^\d{1,3}$/.test(length) || Number(length) > (family === 4 ? 32 : 128)) return false;
  new BlockList().addSubnet(address, Number(length), family === 4 ? 'ipv4' : 'ipv6');
  return true;
}

/** True when all are given, false when none is; some alone are a mistake that names what is missing. */
export function wholeOrNothing(names: readonly string[], given: (name: string) => string | undefined): boolean {
  const missing = names.filter((name) => given(name) === undefined);
  if (missing.length === names.length) return false;
  if (missing.length === 0) return true;
  throw new Problem(
    'wrong-use',
    say('{missing} is not set, and {all} are only of use together: set all of them or none.', {
      missing: missing.join(' and '),
      all: names.join(', '),
    }),
    { details: { variable: missing[0] } },
  );
}
