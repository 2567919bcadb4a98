import { createHash, createHmac } from 'node:crypto';

export interface S3Key {
  readonly region: string;
  readonly key: string;
  readonly secret: string;
}

/**
 * Headers of a request with its signature (AWS Signature Version 4, "Authenticating Requests: Using the Authorization Header").
 * `payload` is the SHA-256 of the body; every header given is signed, and must be sent as given.
 */
export function signS3(
  method: string,
  url: URL,
  headers: Readonly<Record<string, string>>,
  payload: string,
  account: S3Key,
  now: Date,
): Record<string, string> {
  const time = now.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const day = time.slice(0, 8);
  const all: Record<string, string> = {
    ...headers,
    host: url.host,
    'x-amz-content-sha256': payload,
    'x-amz-date': time,
  };
  const names = Object.keys(all).sort();
  const query = [...url.searchParams]
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)))
    .map((pair) => pair.join('='))
    .join('&');
  const path = url.pathname
    .split('/')
    .map((step) => encode(decodeURIComponent(step)))
    .join('/');
  const lines = names.map((name) => `${name}:${all[name]?.trim()}\n`).join('');
  const signed = names.join(';');
  const request = [method, path, query, lines, signed, payload].join('\n');
  const scope = `${day}/${account.region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', time, scope, createHash('sha256').update(request).digest('hex')].join('\n');
  const signingKey = [day, account.region, 's3', 'aws4_request'].reduce<string | Buffer>(
    (key, part) => createHmac('sha256', key).update(part).digest(),
    `AWS4${account.secret}`,
  );
  const signature = createHmac('sha256', signingKey).update(text).digest('hex');
  const { host: _, ...sent } = all;
  return {
    ...sent,
    authorization: `AWS4-HMAC-SHA256 Credential=${account.key}/${scope},SignedHeaders=${signed},Signature=${signature}`,
  };
}

/** RFC 3986: everything but letters, digits and - . _ ~ */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
