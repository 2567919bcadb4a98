import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { findChild, childrenOf, readXmlTree, textOf } from '#kernel/xml/index.ts';
import { checkHash, notKept, tooLarge } from './file-refusals.ts';
import type { Files, StoredFile } from './files.ts';
import { readChunks } from './read-chunks.ts';
import { mostBytes, s3Bucket, type S3Bucket, type S3Setting } from './s3-bucket.ts';
import { writeTemporary } from './write-temporary.ts';

/** Files in a bucket of an S3-compatible service, named as in a folder. */
export function s3Files(setting: S3Setting, now: () => Date = () => new Date()): Files {
  const call = s3Bucket(setting, now);
  const prefix = setting.prefix === '' ? '' : `${setting.prefix.replace(/\/+$/, '')}/`;
  const keyOf = (sha256: string) => `${prefix}${checkHash(sha256).slice(0, 2)}/${sha256}`;

  async function sizeOf(sha256: string): Promise<number | undefined> {
    const answer = await call({ method: 'HEAD', key: keyOf(sha256) });
    answer.discard();
    return answer.ok ? Number(answer.headers.get('content-length') ?? 0) : undefined;
  }

  async function* read(sha256: string): AsyncGenerator<Buffer, void, undefined> {
    const answer = await call({ method: 'GET', key: keyOf(sha256) });
    if (!answer.ok) {
      answer.discard();
      throw notKept(sha256);
    }
    yield* answer.body();
  }

  return {
    async put(content, options) {
      // The hash is the name and part of the signature: it must be known before the first byte goes out.
      return withTemporaryFolder(async (folder) => {
        const { path, sha256, size } = await writeTemporary(folder, content, options?.limit);
        if (size > mostBytes) throw tooLarge(mostBytes);
        const kept = await sizeOf(sha256);
        if (kept !== size) {
          const answer = await call({
            method: 'PUT',
            key: keyOf(sha256),
            upload: { sha256, size, open: () => readChunks(path) },
          });
          answer.discard();
          if (!answer.ok) throw noBucket(setting.bucket);
        }
        return { sha256, size };
      });
    },
    async open(sha256) {
      const size = await sizeOf(sha256);
      if (size === undefined) throw notKept(sha256);
      return { sha256, size, content: () => read(sha256) };
    },
    has: async (sha256) => /^[0-9a-f]{64}$/.test(sha256) && (await sizeOf(sha256)) !== undefined,
    async verify(sha256) {
      const hash = createHash('sha256');
      for await (const chunk of read(checkHash(sha256))) hash.update(chunk);
      return hash.digest('hex') === sha256;
    },
    withPath: (sha256, work) =>
      withTemporaryFolder(async (folder) => work((await writeTemporary(folder, read(checkHash(sha256)))).path)),
    list: () => listBucket(call, prefix),
    async remove(sha256) {
      (await call({ method: 'DELETE', key: keyOf(sha256) })).discard();
    },
  };
}

async function withTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'mandata-files-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* listBucket(call: S3Bucket, prefix: string): AsyncGenerator<StoredFile, void, undefined> {
  let after: string | undefined;
  do {
    const query = { 'list-type': '2', prefix, ...(after !== undefined && { 'continuation-token': after }) };
    const answer = await call({ method: 'GET', key: '', query });
    const page = await readXmlTree(await answer.bytes(), { name: 'list of files' });
    for (const item of childrenOf(page, 'Contents')) {
      const sha256 = textIn(item, 'Key').slice(prefix.length + 3);
      if (/^[0-9a-f]{64}$/.test(sha256)) yield { sha256, size: Number(textIn(item, 'Size')) };
    }
    after = textIn(page, 'IsTruncated') === 'true' ? textIn(page, 'NextContinuationToken') : undefined;
  } while (after !== undefined && after !== '');
}

function textIn(element: Parameters<typeof findChild>[0], name: string): string {
  const child = findChild(element, name);
  return child === undefined ? '' : textOf(child);
}

function noBucket(bucket: string): Problem {
  return new Problem(
    'unavailable',
    say('The bucket {bucket} for files does not exist. Ask the operator to create it.', { bucket }),
  );
}
