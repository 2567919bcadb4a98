import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { after, before, beforeEach, describe, test } from 'node:test';
import { Problem } from '#kernel/errors/problem.ts';
import { openFiles, type FilesSetting } from './open-files.ts';
import { signS3 } from './sign-s3.ts';

const account = { key: 'AKIAIOSFODNN7EXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** A storage service that takes nothing on trust: it works out each signature again from what came over the wire. */
const stored = new Map<string, Buffer>();
const faults: number[] = [];
let broken = false;
const server = createServer((request, response) => void answer(request, response));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = Buffer.concat(await Array.fromAsync(request));
  const url = new URL(request.url ?? '/', 'http://storage');
  const fault = faults.shift();
  if (fault !== undefined) return void response.writeHead(fault).end();
  if (!isSigned(request, url, body))
    return void response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
  const [, bucket, ...rest] = url.pathname.split('/');
  const key = rest.join('/');
  const found = stored.get(key);
  if (bucket !== 'records') return void response.writeHead(404).end();
  if (request.method === 'PUT') {
    stored.set(key, body);
    response.end();
  } else if (request.method === 'DELETE') {
    stored.delete(key);
    response.writeHead(204).end();
  } else if (key === '') {
    response.end(listing(url));
  } else if (found === undefined) response.writeHead(404).end();
  else {
    response.writeHead(200, { 'content-length': found.length });
    if (request.method === 'HEAD') response.end();
    else if (broken) response.write(found.subarray(0, 2), () => response.destroy());
    else response.end(found);
  }
}

function listing(url: URL): string {
  const names = [...stored.keys()].filter((key) => key.startsWith(url.searchParams.get('prefix') ?? '')).sort();
  const start = Number(url.searchParams.get('continuation-token') ?? 0);
  const page = names
    .slice(start, start + 2)
    .map((name) => `<Contents><Key>${name}</Key><Size>${stored.get(name)?.length}</Size></Contents>`);
  const more = start + 2 < names.length;
  return `<?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${page.join('')}<IsTruncated>${more}</IsTruncated>${more ? `<NextContinuationToken>${start + 2}</NextContinuationToken>` : ''}</ListBucketResult>`;
}

function isSigned(request: IncomingMessage, url: URL, body: Buffer): boolean {
  const found =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request,SignedHeaders=([^,]+),Signature=(.+)$/.exec(
      request.headers.authorization ?? '',
    );
  if (found === null || found[1] !== account.key || request.headers['x-amz-content-sha256'] !== sha256(body))
    return false;
  const [, , day = '', region = '', names = '', signature] = found;
  const query = url.search.slice(1).split('&').filter(Boolean).sort().join('&').replaceAll('+', '%20');
  const canonical = `${request.method}\n${url.pathname}\n${query}\n${names
    .split(';')
    .map((name) => `${name}:${String(request.headers[name])}\n`)
    .join('')}\n${names}\n${sha256(body)}`;
  const toSign = `AWS4-HMAC-SHA256\n${String(request.headers['x-amz-date'])}\n${day}/${region}/s3/aws4_request\n${sha256(canonical)}`;
  return (
    hmac(hmac(hmac(hmac(hmac(`AWS4${account.secret}`, day), region), 's3'), 'aws4_request'), toSign).toString('hex') ===
    signature
  );
}

let setting: FilesSetting & { kind: 's3' };
before(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  setting = {
    kind: 's3',
    bucket: 'records',
    prefix: 'house/files',
    endpoint: `http://127.0.0.1:${address.port}`,
    ...account,
  };
});
after(() => void server.close());
beforeEach(() => {
  stored.clear();
  faults.length = 0;
  broken = false;
});

const refused = (kind: Problem['kind'], words: RegExp) => (error: unknown) => {
  assert.ok(error instanceof Problem, String(error));
  assert.equal(error.kind, kind, error.message);
  assert.match(error.message, words);
  return true;
};

describe('files in a bucket', () => {
  test('what is put in comes out, named as in a folder', async () => {
    const files = openFiles(setting);
    const content = Buffer.alloc(500_000, 'Ünïcode');
    const hash = sha256(content);
    assert.deepEqual(await files.put([content.subarray(0, 7), content.subarray(7)]), {
      sha256: hash,
      size: content.length,
    });
    assert.deepEqual([...stored.keys()], [`house/files/${hash.slice(0, 2)}/${hash}`]);
    assert.equal(await files.has(hash), true);
    assert.deepEqual(Buffer.concat(await Array.fromAsync((await files.open(hash)).content())), content);
    assert.equal(await files.verify(hash), true);
    const { readFile } = await import('node:fs/promises');
    assert.deepEqual(await files.withPath(hash, (path) => readFile(path)), content);
    await files.remove(hash);
    assert.equal(await files.has(hash), false);
    await assert.rejects(files.open(hash), refused('not-found', /no file/));
    assert.equal(await files.has('../x'), false);
  });

  test('the list goes over pages', async () => {
    const files = openFiles(setting);
    for (const text of ['a', 'bb', 'ccc', 'dddd', 'eeeee']) await files.put(Buffer.from(text));
    const sizes = (await Array.fromAsync(files.list())).map(({ size }) => size);
    assert.deepEqual(
      sizes.sort((a, b) => a - b),
      [1, 2, 3, 4, 5],
    );
  });

  test('damage in the bucket is found', async () => {
    const files = openFiles(setting);
    const { sha256: hash } = await files.put(Buffer.from('as it was'));
    stored.set([...stored.keys()][0] ?? '', Buffer.from('otherwise'));
    assert.equal(await files.verify(hash), false);
  });

  test('an overloaded service is asked again; one that stays away is said in words', async () => {
    const files = openFiles(setting);
    faults.push(503, 500);
    await files.put(Buffer.from('text'));
    assert.equal(stored.size, 1);
    faults.push(503, 503, 503);
    await assert.rejects(files.has(sha256('text')), refused('unavailable', /does not work \(answer 503\)/));
    broken = true;
    await assert.rejects(files.verify(sha256('text')), refused('unavailable', /stops in the middle/));
  });

  test('a wrong key, bucket or endpoint names the setting', async () => {
    const content = Buffer.from('text');
    await assert.rejects(
      openFiles({ ...setting, secret: 'other' }).put(content),
      refused('unavailable', /S3_KEY, S3_SECRET/),
    );
    await assert.rejects(
      openFiles({ ...setting, bucket: 'nowhere' }).put(content),
      refused('unavailable', /bucket nowhere/),
    );
    await assert.rejects(
      openFiles({ ...setting, endpoint: 'http://127.0.0.1:1' }).put(content),
      refused('unavailable', /cannot be reached/),
    );
  });
});

test("signatures are those of the service's own published examples", () => {
  const at = new Date('2013-05-24T00:00:00Z');
  const us = { ...account, region: 'us-east-1' };
  const empty = sha256('');
  const signature = (headers: Record<string, string>) => headers['authorization']?.split('Signature=')[1];
  const get = signS3(
    'GET',
    new URL('https://examplebucket.s3.amazonaws.com/test.txt'),
    { range: 'bytes=0-9' },
    empty,
    us,
    at,
  );
  assert.equal(signature(get), 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41');
  const list = signS3('GET', new URL('https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J'), {}, empty, us, at);
  assert.equal(signature(list), '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7');
  const put = signS3(
    'PUT',
    new URL('https://examplebucket.s3.amazonaws.com/test$file.text'),
    { date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' },
    sha256('Welcome to Amazon S3.'),
    us,
    at,
  );
  assert.equal(signature(put), '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd');
});
