import type { IncomingMessage } from 'node:http';
import type { NetLimits } from './limits.ts';
import { readBody } from './read-body.ts';
import { netRefusals } from './refusals.ts';

/** An answer whose body has not been read. Read it, or `discard` it. Statuses of failure are answers too. */
export interface NetAnswer {
  /** After redirects. */
  readonly url: string;
  readonly status: number;
  readonly ok: boolean;
  readonly notModified: boolean;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** In lower case, without parameters; '' when the answer has none. */
  readonly contentType: string;
  readonly charset: string | undefined;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  body(): AsyncGenerator<Buffer, void, undefined>;
  bytes(): Promise<Buffer>;
  /** In the answer's charset; UTF-8 without one. */
  text(): Promise<string>;
  discard(): void;
}

interface Circumstances {
  readonly accept: readonly string[] | undefined;
  readonly limits: NetLimits;
  readonly signal: AbortSignal;
  /** Ends the clock of the whole request. */
  readonly stop: () => void;
}

/** Dresses the head of an answer; a media type that was not asked for is refused before its body is read. */
export function anAnswer(
  answer: IncomingMessage,
  url: URL,
  { accept, limits, signal, stop }: Circumstances,
): NetAnswer {
  const status = answer.statusCode ?? 0;
  const headers = new Map(
    Object.entries(answer.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
  const [type = '', ...parameters] = (headers.get('content-type') ?? '').split(';').map((part) => part.trim());
  const charset = parameters
    .find((one) => /^charset=/i.test(one))
    ?.slice(8)
    .replaceAll('"', '')
    .toLowerCase();
  const contentType = type.toLowerCase();
  const ok = status >= 200 && status < 300;
  if (ok && status !== 204 && accept !== undefined && !accept.some((wanted) => matches(contentType, wanted))) {
    answer.destroy();
    stop();
    throw netRefusals.wrongType(url, contentType, accept);
  }
  const body = () => readBody(answer, url, limits, signal, stop);
  const bytes = async () => Buffer.concat(await Array.fromAsync(body()));
  return {
    url: url.href,
    status,
    ok,
    notModified: status === 304,
    headers,
    contentType,
    charset,
    etag: headers.get('etag'),
    lastModified: headers.get('last-modified'),
    body,
    bytes,
    text: async () => decode(await bytes(), charset),
    discard() {
      answer.on('error', () => {});
      answer.destroy();
      stop();
    },
  };
}

function matches(type: string, wanted: string): boolean {
  const plain = wanted.split(';')[0]!.trim().toLowerCase();
  return plain === '*/*' || plain === type || (plain.endsWith('/*') && type.startsWith(plain.slice(0, -1)));
}

function decode(bytes: Buffer, charset: string | undefined): string {
  try {
    return new TextDecoder(charset ?? 'utf-8').decode(bytes);
  } catch {
    // A charset that nobody knows: UTF-8 shows what it can.
    return new TextDecoder().decode(bytes);
  }
}
