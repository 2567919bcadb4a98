import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { anAnswer, type NetAnswer } from './answer.ts';
import { type Allowance, createGuard, type Guard, plainHost, type Resolve } from './guard.ts';
import { defaultNetLimits, type NetLimits } from './limits.ts';
import { netRefusals } from './refusals.ts';
import { asProblem, send } from './send.ts';

export interface NetClientOptions {
  /** Who asks, with an address for complaints: "Mandata/1.0 (+https://…)". */
  readonly userAgent?: string;
  readonly limits?: Partial<NetLimits>;
  /** Exceptions from the rule that only public addresses are reached. */
  readonly allow?: Allowance;
  /** Awaited before each connection, redirects included: the place to be polite to a host, or to read its robots.txt. */
  readonly beforeRequest?: (url: URL) => Promise<void> | void;
  /** How names become addresses; the system's resolver by default. */
  readonly resolve?: Resolve;
}

export interface NetRequest {
  /** GET by default. Redirects are only followed for GET and HEAD. */
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  /** Not passed on to another host when the answer leads there. */
  readonly headers?: Readonly<Record<string, string>>;
  /** A stream is sent as it comes; name its length in `headers` where the receiver wants it. */
  readonly body?: string | Uint8Array | AsyncIterable<Uint8Array>;
  /** Of the copy at hand: the answer may then be "not modified". */
  readonly etag?: string;
  readonly modifiedSince?: string;
  /** Media types that are taken ('application/json', 'text/*'); others are 'unsupported-media-type'. Any by default. */
  readonly accept?: readonly string[];
  readonly limits?: Partial<NetLimits>;
  readonly signal?: AbortSignal;
}

export interface NetClient {
  /** Fetches http and https from public addresses only; refusals are Problems: 'invalid', 'forbidden', 'unavailable', 'too-large'. */
  request(url: string | URL, request?: NetRequest): Promise<NetAnswer>;
}

/** The one client through which the house speaks to the outside. */
export function createNetClient(options: NetClientOptions = {}): NetClient {
  const guard = createGuard(options.allow, options.resolve);
  return {
    request: async (url, request = {}) => follow(guard.check(url), request, guard, options),
  };
}

async function follow(start: URL, request: NetRequest, guard: Guard, options: NetClientOptions): Promise<NetAnswer> {
  const limits = { ...defaultNetLimits, ...options.limits, ...request.limits };
  const deadline = new AbortController();
  const late = setTimeout(() => deadline.abort(netRefusals.tooSlow(start)), limits.totalMs);
  // Not AbortSignal.any: under memory pressure Node.js collects its links, and the deadline never comes.
  const { signal } = deadline;
  const given = request.signal;
  const breakOff = () => deadline.abort(given?.reason);
  given?.addEventListener('abort', breakOff, { once: true });
  if (given?.aborted === true) breakOff();
  const stop = () => {
    clearTimeout(late);
    given?.removeEventListener('abort', breakOff);
  };
  const method = request.method ?? 'GET';
  const body = typeof request.body === 'string' ? Buffer.from(request.body) : request.body;
  let url = start;
  try {
    for (let hops = 0; ; hops++) {
      await withSignal(Promise.resolve(options.beforeRequest?.(url)), signal);
      const headers = headersOf(request, options, url.origin === start.origin);
      const addresses =
        isIP(plainHost(url.hostname)) === 0 ? await withSignal(guard.resolve(url.hostname), signal) : [];
      const answer = await send(url, { method, headers, body, addresses, signal }, guard, limits);
      const next = redirectOf(answer, url, guard);
      if (next === undefined) return anAnswer(answer, url, { accept: request.accept, limits, signal, stop });
      answer.destroy();
      if (method !== 'GET' && method !== 'HEAD') throw netRefusals.redirectedWrite(url);
      if (hops >= limits.redirects) throw netRefusals.tooManyRedirects(start, limits.redirects);
      url = next;
    }
  } catch (cause) {
    stop();
    throw asProblem(cause, url, signal);
  }
}

async function withSignal<T>(waiting: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const ended = new AbortController();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  signal.addEventListener('abort', () => reject(signal.reason), { signal: ended.signal });
  try {
    return await Promise.race([waiting, aborted]);
  } finally {
    ended.abort();
  }
}

function headersOf(request: NetRequest, options: NetClientOptions, sameOrigin: boolean): Record<string, string> {
  return {
    'user-agent': options.userAgent ?? 'Mandata',
    accept: request.accept?.join(', ') ?? '*/*',
    'accept-encoding': 'gzip, br, deflate',
    ...(request.etag !== undefined && { 'if-none-match': request.etag }),
    ...(request.modifiedSince !== undefined && { 'if-modified-since': request.modifiedSince }),
    ...(sameOrigin ? request.headers : {}),
  };
}

/** Where the answer leads on to, checked like the first address. */
function redirectOf(answer: IncomingMessage, url: URL, guard: Guard): URL | undefined {
  const { location } = answer.headers;
  if (location === undefined || ![301, 302, 303, 307, 308].includes(answer.statusCode ?? 0)) return undefined;
  const next = URL.parse(location, url);
  if (next === null) return undefined;
  answer.on('error', () => {});
  try {
    return guard.check(next);
  } catch (problem) {
    answer.destroy();
    throw problem;
  }
}
