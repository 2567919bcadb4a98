import { createHash } from 'node:crypto';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { createNetClient, type NetAnswer, type NetRequest } from '#kernel/net/index.ts';
import { signS3 } from './sign-s3.ts';

export interface S3Setting {
  readonly bucket: string;
  /** '' or 'a/b'. */
  readonly prefix: string;
  readonly endpoint: string;
  readonly key: string;
  readonly secret: string;
  /** us-east-1 by default, which services that know no regions take. */
  readonly region?: string;
}

/** What one single upload may hold in S3. */
export const mostBytes = 5 * 1024 ** 3;

const emptyHash = createHash('sha256').digest('hex');
const tries = 3;

interface Call {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  /** Under the bucket; '' is the bucket itself. */
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Read again for each try. */
  readonly upload?: { readonly sha256: string; readonly size: number; open(): AsyncIterable<Uint8Array> };
}

/** Calls to one bucket; a service that is away or overloaded is asked three times. The operator named the endpoint, so it may be private. */
export function s3Bucket(setting: S3Setting, now: () => Date) {
  const endpoint = new URL(setting.endpoint);
  const client = createNetClient({
    allow: { hosts: [endpoint.hostname] },
    limits: { bytes: mostBytes, redirects: 0, answerMs: 15 * 60_000, idleMs: 60_000, totalMs: 60 * 60_000 },
  });
  const account = { region: setting.region ?? 'us-east-1', key: setting.key, secret: setting.secret };

  const once = (call: Call): Promise<NetAnswer> => {
    const url = new URL(`${endpoint.pathname.replace(/\/$/, '')}/${setting.bucket}/${call.key}`, endpoint);
    for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);
    const length: Record<string, string> =
      call.upload === undefined ? {} : { 'content-length': String(call.upload.size) };
    const headers = signS3(call.method, url, length, call.upload?.sha256 ?? emptyHash, account, now());
    const request: NetRequest = { method: call.method, headers, ...(call.upload && { body: call.upload.open() }) };
    return client.request(url, request);
  };

  return async (call: Call): Promise<NetAnswer> => {
    for (let attempt = 1; ; attempt++) {
      const last = attempt === tries;
      const answer = await once(call).catch((problem: unknown) => {
        if (last || !(problem instanceof Problem) || problem.kind !== 'unavailable') throw problem;
      });
      if (answer !== undefined && (answer.ok || answer.status === 404)) return answer;
      answer?.discard();
      if (answer !== undefined && (last || answer.status < 500)) throw refusal(answer.status, setting);
      await new Promise((resolve) => void setTimeout(resolve, 200 * attempt));
    }
  };
}
export type S3Bucket = ReturnType<typeof s3Bucket>;

function refusal(status: number, { bucket }: S3Setting): Problem {
  const said =
    status === 401 || status === 403
      ? say(
          'The storage for files refuses the key. Ask the operator to check S3_KEY, S3_SECRET and the rights on the bucket {bucket}.',
          { bucket },
        )
      : status === 507
        ? say('The file was not kept: the storage for files is full. Make room and try again.')
        : say('The storage for files does not work (answer {status}). Try again later.', { status });
  return new Problem('unavailable', said, { details: { status } });
}
