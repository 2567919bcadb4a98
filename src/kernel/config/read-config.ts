import { resolve } from 'node:path';
import { z } from 'zod';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { Config } from './config.ts';
import {
  backupsKept,
  backupTime,
  files,
  issuer,
  origin,
  port,
  s3,
  secret,
  trustedProxy,
  urlOf,
  wholeOrNothing,
  yesOrNo,
} from './values.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What is shown of each variable in a refusal: a secret never, the rest as it was given. */
const hidden = new Set(['MANDATA_SECRET', 'S3_SECRET', 'OIDC_SECRET', 'S3_KEY']);

/** Every setting of the environment, checked; the first wrong one is refused with Problem('wrong-use') that names it. */
export function readConfig(environment: Environment, workingFolder = process.cwd()): Config {
  const given = (name: string): string | undefined => {
    const value = environment[name]?.trim();
    return value === '' ? undefined : value;
  };
  const read = <T>(name: string, type: z.ZodType<T, string>): T | undefined => {
    const value = given(name);
    if (value === undefined) return undefined;
    const result = type.safeParse(value);
    if (result.success) return result.data;
    throw refusal(name, value, result.error.issues[0]?.message ?? '');
  };
  const group = (names: readonly string[]): boolean => wholeOrNothing(names, given);

  const portNumber = read('PORT', port) ?? 8080;
  const dataFolder = resolve(workingFolder, given('MANDATA_DATA') ?? '.mandata');
  const databaseUrl = read('DATABASE_URL', urlOf('postgres:', 'postgresql:'));
  const natsUrl = read('NATS_URL', urlOf('nats:', 'tls:'));
  const store = read('MANDATA_FILES', files(workingFolder)) ?? { kind: 'folder', path: resolve(dataFolder, 'files') };
  const secretText = read('MANDATA_SECRET', secret);
  const smtpUrl = read('SMTP_URL', urlOf('smtp:', 'smtps:'));
  const bucket = group(['S3_ENDPOINT', 'S3_KEY', 'S3_SECRET']);
  const endpoint = read('S3_ENDPOINT', s3);
  const oidc = group(['OIDC_ISSUER', 'OIDC_CLIENT', 'OIDC_SECRET']);
  const issuerAddress = read('OIDC_ISSUER', issuer);
  const issuerIsPrivate = read('OIDC_PRIVATE', yesOrNo) ?? false;
  const backupAt = read('MANDATA_BACKUP_AT', backupTime) ?? '02:30';
  const keep = read('MANDATA_BACKUPS_KEPT', backupsKept) ?? 7;
  if (store.kind === 's3' && !bucket) {
    throw refusal(
      'MANDATA_FILES',
      given('MANDATA_FILES') ?? '',
      'a folder, or a bucket with S3_ENDPOINT, S3_KEY and S3_SECRET set',
    );
  }
  return {
    port: portNumber,
    dataFolder,
    files: store,
    origin: read('MANDATA_ORIGIN', origin) ?? `http://localhost:${portNumber}`,
    demo: read('MANDATA_DEMO', yesOrNo) ?? true,
    trustProxy: read('MANDATA_TRUST_PROXY', trustedProxy) ?? false,
    ...(backupAt !== 'off' && { backups: { at: backupAt, keep } }),
    ...(databaseUrl !== undefined && { databaseUrl }),
    ...(natsUrl !== undefined && { natsUrl }),
    ...(secretText !== undefined && { secret: secretText }),
    ...(smtpUrl !== undefined && { smtpUrl }),
    ...(endpoint !== undefined && { s3: { endpoint, key: given('S3_KEY') ?? '', secret: given('S3_SECRET') ?? '' } }),
    ...(oidc &&
      issuerAddress !== undefined && {
        oidc: {
          issuer: issuerAddress,
          private: issuerIsPrivate,
          client: given('OIDC_CLIENT') ?? '',
          secret: given('OIDC_SECRET') ?? '',
        },
      }),
  };
}

function refusal(name: string, value: string, expected: string): Problem {
  return new Problem(
    'wrong-use',
    say('{name} is {value}, which cannot be used: it must be {expected}.', {
      name,
      value: shown(name, value),
      expected,
    }),
    { details: { variable: name } },
  );
}

/** A URL's password and a secret's text are replaced: a start-up message ends in logs that many read. */
function shown(name: string, value: string): string {
  if (hidden.has(name)) return `a text of ${value.length} characters (not shown)`;
  const masked = value
    .replace(/^([a-z0-9+.-]*:\/\/)?[^@/\s]*@/i, '$1…@')
    .replaceAll(/(password|secret|token)=[^&\s]*/gi, '$1=…');
  return JSON.stringify(masked.length > 120 ? `${masked.slice(0, 120)}…` : masked);
}
