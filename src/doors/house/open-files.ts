import { createReadStream } from 'node:fs';
import type { Config } from '#kernel/config/index.ts';
import { openFiles, type Files } from '#kernel/files/index.ts';
import type { OriginalFiles } from '#engines/statistics/index.ts';

/** The file store that the settings name. */
export function openHouseFiles({ files, s3 }: Config): Files {
  if (files.kind === 'folder') return openFiles(files);
  if (s3 === undefined) throw new Error('a bucket is named without S3_ENDPOINT, S3_KEY and S3_SECRET');
  return openFiles({
    kind: 's3',
    bucket: files.bucket,
    prefix: files.prefix,
    endpoint: s3.endpoint,
    key: s3.key,
    secret: s3.secret,
  });
}

/** How the statistics engine keeps the files that figures come from, and gives them back. */
export function originalsIn(files: Files): OriginalFiles {
  return { keep: (path) => files.put(createReadStream(path)), open: (sha256) => files.open(sha256) };
}
