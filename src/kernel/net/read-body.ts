import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Problem } from '#kernel/errors/problem.ts';
import type { NetLimits } from './limits.ts';
import { netRefusals } from './refusals.ts';
import { asProblem } from './send.ts';

const unpackers: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** Bytes of an answer, decompressed, cut off where they exceed the bound or stop coming. */
export async function* readBody(
  answer: IncomingMessage,
  url: URL,
  limits: NetLimits,
  signal: AbortSignal,
  done: () => void,
): AsyncGenerator<Buffer, void, undefined> {
  const declared = Number(answer.headers['content-length'] ?? 0);
  const encoding = (answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  answer.setTimeout(limits.idleMs, () => answer.destroy(netRefusals.tooSlow(url)));
  let size = 0;
  try {
    if (declared > limits.bytes) throw netRefusals.tooLarge(url, limits.bytes);
    for await (const chunk of unpacked(answer, encoding, url)) {
      size += (chunk as Buffer).length;
      if (size > limits.bytes) throw netRefusals.tooLarge(url, limits.bytes);
      yield chunk as Buffer;
    }
    if (!answer.complete) throw netRefusals.damaged(url);
  } catch (cause) {
    if (cause instanceof Problem || signal.aborted) throw asProblem(cause, url, signal);
    throw netRefusals.damaged(url, cause);
  } finally {
    answer.destroy();
    done();
  }
}

function unpacked(answer: IncomingMessage, encoding: string, url: URL): Readable {
  if (encoding === 'identity' || encoding === '') return answer;
  const create = Object.hasOwn(unpackers, encoding) ? unpackers[encoding] : undefined;
  if (create === undefined) throw netRefusals.unknownPacking(url, encoding);
  const unpack = create();
  pipeline(answer, unpack, () => {});
  return unpack;
}
