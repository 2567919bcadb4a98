import type { LookupAddress } from 'node:dns';
import { type ClientRequest, type IncomingMessage, request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { pipeline, Readable } from 'node:stream';
import { Problem } from '#kernel/errors/problem.ts';
import { type Guard, privateAddress } from './guard.ts';
import type { NetLimits } from './limits.ts';
import { netRefusals } from './refusals.ts';

export interface Hop {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | AsyncIterable<Uint8Array> | undefined;
  /** Of the host, checked. */
  readonly addresses: readonly LookupAddress[];
  readonly signal: AbortSignal;
}

/** Sends one request to a checked URL, to a checked address, and waits for the head of the answer. */
export function send(url: URL, hop: Hop, guard: Guard, limits: NetLimits): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const options: RequestOptions = {
    method: hop.method,
    headers: hop.headers,
    signal: hop.signal,
    lookup: pinned(hop.addresses),
    // A connection of its own each time, so that each is checked; no proxy of the environment.
    agent: false,
  };
  const outgoing = url.protocol === 'https:' ? requestHttps(url, options) : requestHttp(url, options);
  checkOnConnect(outgoing, url, guard);
  const late = setTimeout(() => outgoing.destroy(netRefusals.tooSlow(url)), limits.answerMs);
  outgoing.on('error', (cause) => {
    clearTimeout(late);
    reject(asProblem(cause, url, hop.signal));
  });
  outgoing.on('response', (answer) => {
    clearTimeout(late);
    resolve(answer);
  });
  if (hop.body === undefined || hop.body instanceof Uint8Array) outgoing.end(hop.body);
  else pipeline(Readable.from(hop.body, { objectMode: false }), outgoing, () => {});
  return promise;
}

/** The addresses that were checked are the ones connected to: asking the resolver a second time could give others. */
function pinned(addresses: readonly LookupAddress[]): LookupFunction {
  return (_host, options, callback) => {
    const family = options.family === 4 || options.family === 6 ? options.family : undefined;
    const wanted = addresses.filter((one) => family === undefined || one.family === family);
    const [first] = wanted;
    if (first === undefined) callback(new Error('no address of this family'), '', 0);
    else if (options.all) callback(null, wanted);
    else callback(null, first.address, first.family);
  };
}

function checkOnConnect(outgoing: ClientRequest, url: URL, guard: Guard): void {
  outgoing.on('socket', (socket) => {
    socket.once('connect', () => {
      if (!guard.mayConnect(url.hostname, socket.remoteAddress)) outgoing.destroy(privateAddress(url));
    });
  });
}

export function asProblem(cause: unknown, url: URL, signal: AbortSignal): Problem {
  if (cause instanceof Problem) return cause;
  if (signal.aborted) return signal.reason instanceof Problem ? signal.reason : netRefusals.tooSlow(url);
  return netRefusals.unreachable(url, cause);
}
