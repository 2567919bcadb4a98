import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Problem } from '#kernel/errors/problem.ts';
import { keptSecret } from './kept-secret.ts';
import { readConfig } from './read-config.ts';

const s3 = { S3_ENDPOINT: 'https://s3.example.org', S3_KEY: 'AKIA', S3_SECRET: 'hush-hush' };

describe('the settings of a server', () => {
  it('have sound values when nothing is set, or set to nothing', () => {
    for (const environment of [{}, { PORT: '', MANDATA_DATA: ' ', DATABASE_URL: '' }]) {
      assert.deepEqual(readConfig(environment, '/srv'), {
        port: 8080,
        dataFolder: '/srv/.mandata',
        files: { kind: 'folder', path: '/srv/.mandata/files' },
        origin: 'http://localhost:8080',
        demo: true,
        trustProxy: false,
        backups: { at: '02:30', keep: 7 },
      });
    }
  });

  it('are read from every variable', () => {
    const config = readConfig(
      {
        PORT: '0',
        MANDATA_DATA: 'here',
        DATABASE_URL: 'postgres://u:p@db.example.org/mandata',
        NATS_URL: 'nats://127.0.0.1:4222',
        MANDATA_FILES: 's3://bucket-1/pre/fix/',
        MANDATA_ORIGIN: 'https://data.example.org/',
        MANDATA_SECRET: 'x'.repeat(32),
        MANDATA_DEMO: '0',
        SMTP_URL: 'smtps://u:p@mail.example.org:465',
        ...s3,
        OIDC_ISSUER: 'https://login.example.org/realm',
        OIDC_CLIENT: 'mandata',
        OIDC_SECRET: 'hush',
        OIDC_PRIVATE: '1',
        MANDATA_TRUST_PROXY: '10.0.0.0/8, ::1',
        MANDATA_BACKUP_AT: '23:05',
        MANDATA_BACKUPS_KEPT: '30',
      },
      '/srv',
    );
    assert.deepEqual(config, {
      port: 0,
      dataFolder: '/srv/here',
      databaseUrl: 'postgres://u:p@db.example.org/mandata',
      natsUrl: 'nats://127.0.0.1:4222',
      files: { kind: 's3', bucket: 'bucket-1', prefix: 'pre/fix' },
      origin: 'https://data.example.org',
      secret: 'x'.repeat(32),
      demo: false,
      smtpUrl: 'smtps://u:p@mail.example.org:465',
      s3: { endpoint: 'https://s3.example.org', key: 'AKIA', secret: 'hush-hush' },
      oidc: { issuer: 'https://login.example.org/realm', client: 'mandata', secret: 'hush', private: true },
      trustProxy: ['10.0.0.0/8', '::1'],
      backups: { at: '23:05', keep: 30 },
    });
    assert.equal(readConfig({ MANDATA_BACKUP_AT: 'off' }).backups, undefined);
    assert.equal(readConfig({ MANDATA_TRUST_PROXY: '2' }).trustProxy, 2);
    assert.equal(readConfig({ MANDATA_TRUST_PROXY: 'true' }).trustProxy, 1);
    for (const socket of [
      'postgresql:///mandata?host=/run/postgresql',
      'postgres://u:p@/mandata?host=/run/postgresql',
    ]) {
      assert.equal(readConfig({ DATABASE_URL: socket }).databaseUrl, socket);
    }
  });

  const wrong: readonly (readonly [Record<string, string>, name: string, says: RegExp, hides?: string])[] = [
    [{ PORT: '80a' }, 'PORT', /PORT is "80a".*from 0 to 65535/],
    [{ PORT: '65536' }, 'PORT', /"65536".*65535/],
    [{ PORT: '-1' }, 'PORT', /"-1"/],
    [{ PORT: '8e3' }, 'PORT', /"8e3"/],
    [{ DATABASE_URL: 'mysql://root:pw12@db/x' }, 'DATABASE_URL', /"mysql:\/\/…@db\/x".*postgres:\/\//, 'pw12'],
    [{ DATABASE_URL: 'u:pw12@db/x' }, 'DATABASE_URL', /postgres:\/\//, 'pw12'],
    [{ DATABASE_URL: 'postgres:pw12@x' }, 'DATABASE_URL', /postgres/, 'pw12'],
    [{ DATABASE_URL: 'postgres://' }, 'DATABASE_URL', /postgres:\/\//],
    [{ NATS_URL: '127.0.0.1:4222' }, 'NATS_URL', /nats:\/\//],
    [{ MANDATA_BACKUP_AT: '24:00' }, 'MANDATA_BACKUP_AT', /"24:00".*02:30, or off/],
    [{ MANDATA_BACKUPS_KEPT: '0' }, 'MANDATA_BACKUPS_KEPT', /"0".*from 1 to 1000/],
    [{ MANDATA_FILES: 'ftp://host/x' }, 'MANDATA_FILES', /s3:\/\/name/],
    [{ MANDATA_FILES: 's3://UPPER', ...s3 }, 'MANDATA_FILES', /s3:\/\/name/],
    [{ MANDATA_FILES: 's3://bucket' }, 'MANDATA_FILES', /S3_ENDPOINT, S3_KEY and S3_SECRET/],
    [{ MANDATA_ORIGIN: 'data.example.org' }, 'MANDATA_ORIGIN', /without a path/],
    [{ MANDATA_ORIGIN: 'https://data.example.org/base' }, 'MANDATA_ORIGIN', /without a path/],
    [{ MANDATA_ORIGIN: 'https://u:pw12@data.example.org' }, 'MANDATA_ORIGIN', /…@data/, 'pw12'],
    [{ MANDATA_SECRET: 'tooshort' }, 'MANDATA_SECRET', /8 characters \(not shown\).*at least 32/, 'tooshort'],
    [{ MANDATA_DEMO: 'maybe' }, 'MANDATA_DEMO', /1 \(yes\) or 0 \(no\)/],
    [{ SMTP_URL: 'mail.example.org' }, 'SMTP_URL', /smtp:\/\//],
    [{ ...s3, S3_KEY: '' }, 'S3_KEY', /S3_KEY is not set.*all of them or none/, 'hush-hush'],
    [{ S3_KEY: 'AKIA' }, 'S3_ENDPOINT', /S3_ENDPOINT and S3_SECRET is not set/, 'AKIA'],
    [{ ...s3, S3_ENDPOINT: 's3.example.org' }, 'S3_ENDPOINT', /https:\/\//],
    [{ OIDC_ISSUER: 'https://login.example.org' }, 'OIDC_CLIENT', /OIDC_CLIENT and OIDC_SECRET/],
    [
      { OIDC_ISSUER: 'http://login.example.org', OIDC_CLIENT: 'm', OIDC_SECRET: 'hush' },
      'OIDC_ISSUER',
      /https:\/\//,
      'hush',
    ],
    [
      { OIDC_ISSUER: 'http://localhost.example.org', OIDC_CLIENT: 'm', OIDC_SECRET: 'hush' },
      'OIDC_ISSUER',
      /https:\/\//,
    ],
    [
      { OIDC_ISSUER: 'https://u:pw12@login.example.org', OIDC_CLIENT: 'm', OIDC_SECRET: 'hush' },
      'OIDC_ISSUER',
      /…@login/,
      'pw12',
    ],
    [{ OIDC_PRIVATE: 'maybe' }, 'OIDC_PRIVATE', /1 \(yes\) or 0/],
    [{ MANDATA_TRUST_PROXY: '10.0.0.0/33' }, 'MANDATA_TRUST_PROXY', /number of proxies/],
    [{ MANDATA_TRUST_PROXY: 'proxy.example.org' }, 'MANDATA_TRUST_PROXY', /number of proxies/],
    [{ MANDATA_TRUST_PROXY: '10.0.0.0/8/8' }, 'MANDATA_TRUST_PROXY', /number of proxies/],
  ];
  for (const [environment, name, says, hides] of wrong) {
    it(`refuse ${JSON.stringify(environment)} in one sentence`, () => {
      assert.throws(
        () => readConfig(environment),
        (error: unknown) => {
          assert.ok(error instanceof Problem);
          assert.equal(error.kind, 'wrong-use');
          assert.equal(error.details['variable'], name);
          assert.match(error.message, says);
          assert.ok(!error.message.includes('\n'));
          if (hides !== undefined) assert.ok(!error.message.includes(hides), error.message);
          return true;
        },
      );
    });
  }
});

describe('the kept secret', () => {
  it('is made once, alike for twenty that ask at once, and read by its owner only', async (test) => {
    const folder = await mkdtemp(join(tmpdir(), 'mandata-secret-'));
    test.after(() => rm(folder, { recursive: true }));
    const secrets = await Promise.all(Array.from({ length: 20 }, () => keptSecret(join(folder, 'data'))));
    assert.equal(new Set(secrets).size, 1);
    assert.ok((secrets[0] ?? '').length >= 43);
    assert.deepEqual(await readdir(join(folder, 'data')), ['secret']);
    assert.equal((await stat(join(folder, 'data', 'secret'))).mode & 0o777, 0o600);
    await writeFile(join(folder, 'data', 'secret'), 'short');
    await assert.rejects(keptSecret(join(folder, 'data')), /fewer than 32 characters/);
  });
});
